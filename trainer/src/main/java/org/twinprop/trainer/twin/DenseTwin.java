package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.dense.Dense;

/** Dense layers: DL4J's W is [in, out] too. Sequences pass through it as rows, as in ours. */
final class DenseTwin {
  static final LayerTwin<Dense> TWIN = new LayerTwin<>(Dense.class, DenseTwin::write);

  private DenseTwin() {}

  private static void write(Dense dense, Place place) {
    Shape input = place.input();
    long inputs = input.size(input.rank() - 1);
    boolean sequence = input.rank() == 2;
    if (sequence) {
      place.vertex("rows", new ReshapeVertex(-1, Math.toIntExact(inputs)));
    }
    DenseLayer layer =
        new DenseLayer.Builder().nIn(inputs).nOut(dense.outputs()).hasBias(dense.bias()).build();
    place.weighted(layer);
    place.link("W", DefaultParamInitializer.WEIGHT_KEY, ParameterLayout.SAME);
    if (dense.bias()) {
      place.link("b", DefaultParamInitializer.BIAS_KEY, ParameterLayout.SAME);
    }
    if (sequence) {
      int steps = Math.toIntExact(input.size(0));
      place.vertex("steps", new ReshapeVertex(-1, steps, dense.outputs()));
    }
  }
}
