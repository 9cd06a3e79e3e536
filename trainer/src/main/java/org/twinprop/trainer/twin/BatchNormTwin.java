package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.normalization.BatchNorm;

/**
 * Batch normalisation: DL4J too takes the variance undivided by m - 1 and adds eps under the root.
 * It keeps running statistics among the parameters, and moves them in its updater, not in the
 * forward pass. By default it keeps the logarithm of the deviation; here the variance, as ours.
 * Sequences pass through it as rows.
 */
final class BatchNormTwin {
  static final LayerTwin<BatchNorm> TWIN = new LayerTwin<>(BatchNorm.class, BatchNormTwin::write);

  private BatchNormTwin() {}

  private static void write(BatchNorm norm, Place place) {
    Shape input = place.input();
    boolean sequence = input.rank() == 2;
    long features = input.rank() == 3 ? input.size(0) : input.size(input.rank() - 1);
    if (sequence) {
      place.vertex("rows", new ReshapeVertex(-1, Math.toIntExact(features)));
    }
    BatchNormalization layer =
        new BatchNormalization.Builder()
            .eps(norm.eps())
            .decay(norm.momentum())
            .useLogStd(false)
            .nIn(features)
            .nOut(features)
            .build();
    place.layer(layer);
    link(place);
    if (sequence) {
      int steps = Math.toIntExact(input.size(0));
      place.vertex("steps", new ReshapeVertex(-1, steps, Math.toIntExact(features)));
    }
  }

  private static void link(Place place) {
    place.link("gamma", BatchNormalizationParamInitializer.GAMMA, ParameterLayout.SAME);
    place.link("beta", BatchNormalizationParamInitializer.BETA, ParameterLayout.SAME);
    place.link("mean", BatchNormalizationParamInitializer.GLOBAL_MEAN, ParameterLayout.SAME);
    place.link("variance", BatchNormalizationParamInitializer.GLOBAL_VAR, ParameterLayout.SAME);
  }
}
