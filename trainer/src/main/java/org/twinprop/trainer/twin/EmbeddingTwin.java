package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.twinprop.layers.embedding.Embedding;

/** Embeddings: DL4J's layer for sequences of word numbers, [examples, steps], without a bias. */
final class EmbeddingTwin {
  static final LayerTwin<Embedding> TWIN = new LayerTwin<>(Embedding.class, EmbeddingTwin::write);

  private EmbeddingTwin() {}

  private static void write(Embedding embedding, Place place) {
    EmbeddingSequenceLayer layer =
        new EmbeddingSequenceLayer.Builder()
            .nIn(embedding.vocabulary())
            .nOut(embedding.outputs())
            .inputLength(Math.toIntExact(place.input().size(0)))
            .inferInputLength(false)
            .outputDataFormat(RNNFormat.NWC)
            .hasBias(false)
            .build();
    place.layer(layer);
    place.link("W", DefaultParamInitializer.WEIGHT_KEY, ParameterLayout.SAME);
  }
}
