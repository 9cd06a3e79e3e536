package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.twinprop.layers.Shape;
import org.twinprop.layers.shaping.Flatten;

/** Flatten: DL4J has it as what stands between layers; its order is channel, row, column too. */
final class FlattenTwin {
  static final LayerTwin<Flatten> TWIN = new LayerTwin<>(Flatten.class, FlattenTwin::write);

  private FlattenTwin() {}

  private static void write(Flatten flatten, Place place) {
    Shape input = place.input();
    switch (input.rank()) {
      case 3 -> place.vertex(images(input));
      default -> place.vertex(new ReshapeVertex(-1, Math.toIntExact(input.length())));
    }
  }

  private static PreprocessorVertex images(Shape input) {
    return new PreprocessorVertex(
        new CnnToFeedForwardPreProcessor(input.size(1), input.size(2), input.size(0)));
  }
}
