package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.trainer.twin.LossTwin.Head;

/** The losses that DL4J has too. */
final class LossTwins {
  /**
   * DL4J cuts probabilities off before it takes their logarithm, by default at 1e-10, which would
   * show in the loss of a well trained network; here where the type's normal numbers end. The
   * gradient is p - y either way.
   */
  private static final LossTwin<SoftmaxCrossEntropy> SOFTMAX_CROSS_ENTROPY =
      new LossTwin<>(
          SoftmaxCrossEntropy.class,
          (loss, type, weights) ->
              new Head(new ActivationSoftmax(), new LossMCXENT(smallest(type), weights)));

  /** DL4J too takes the mean over the outputs. */
  private static final LossTwin<MeanSquaredError> MEAN_SQUARED_ERROR =
      new LossTwin<>(
          MeanSquaredError.class,
          (loss, type, weights) -> new Head(new ActivationIdentity(), new LossMSE(weights)));

  private static final List<LossTwin<?>> ALL = List.of(SOFTMAX_CROSS_ENTROPY, MEAN_SQUARED_ERROR);

  private static final Map<Class<?>, LossTwin<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(LossTwin::loss, twin -> twin));

  private LossTwins() {}

  /**
   * @param weights by which DL4J multiplies the loss of each output, [outputs]; null for 1
   * @throws NoTwinException if DL4J has no such loss
   */
  static Head of(Loss loss, DataType type, INDArray weights) throws NoTwinException {
    LossTwin<?> twin = BY_CLASS.get(loss.getClass());
    if (twin == null) {
      throw new NoTwinException("DL4J has no twin of the loss " + loss);
    }
    return twin.write(loss, type, weights);
  }

  private static double smallest(DataType type) {
    return type == DataType.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }
}
