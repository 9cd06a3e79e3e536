package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.twinprop.layers.loss.Hinge;
import org.twinprop.layers.loss.Huber;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanAbsoluteError;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SigmoidCrossEntropy;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.loss.SquaredHinge;
import org.twinprop.trainer.twin.LossTwin.Head;

/** The losses that DL4J has too, or of which it is known what it has instead. */
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

  /**
   * DL4J cuts probabilities off before it divides by p (1 - p), by default at 1e-5 from 0 and from
   * 1, which changes the gradients of all that is nearly sure; here where the type ends. What it
   * loses to rounding in 1 - p remains: at a logit of 20 some 1e-9 of the loss, in float64.
   */
  private static final LossTwin<SigmoidCrossEntropy> SIGMOID_CROSS_ENTROPY =
      new LossTwin<>(
          SigmoidCrossEntropy.class,
          (loss, type, weights) ->
              new Head(
                  new ActivationSigmoid(),
                  new LossBinaryXENT(smallestFromOne(type), weights),
                  true));

  /** DL4J too takes the mean over the outputs. */
  private static final LossTwin<MeanAbsoluteError> MEAN_ABSOLUTE_ERROR =
      new LossTwin<>(
          MeanAbsoluteError.class,
          (loss, type, weights) -> new Head(new ActivationIdentity(), new LossMAE(weights)));

  private static final LossTwin<Huber> HUBER =
      new LossTwin<>(
          Huber.class,
          (loss, type, weights) -> {
            throw new NoTwinException(
                "DL4J has no Huber loss: of errors it has the squared and the absolute one, and"
                    + " nothing that goes from one to the other");
          });

  private static final LossTwin<Hinge> HINGE =
      new LossTwin<>(
          Hinge.class, (loss, type, weights) -> unweighted("hinge", new LossHinge(), weights));

  private static final LossTwin<SquaredHinge> SQUARED_HINGE =
      new LossTwin<>(
          SquaredHinge.class,
          (loss, type, weights) -> unweighted("squared hinge", new LossSquaredHinge(), weights));

  private static final List<LossTwin<?>> ALL =
      List.of(
          SOFTMAX_CROSS_ENTROPY,
          SIGMOID_CROSS_ENTROPY,
          MEAN_SQUARED_ERROR,
          MEAN_ABSOLUTE_ERROR,
          HUBER,
          HINGE,
          SQUARED_HINGE);

  private static final Map<Class<?>, LossTwin<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(LossTwin::loss, twin -> twin));

  private LossTwins() {}

  /**
   * @param weights by which DL4J multiplies the loss of each output, [outputs]; null for 1
   * @throws NoTwinException if DL4J has no such loss, or cannot weigh it
   */
  static Head of(Loss loss, DataType type, INDArray weights) throws NoTwinException {
    LossTwin<?> twin = BY_CLASS.get(loss.getClass());
    if (twin == null) {
      throw new NoTwinException("DL4J has no twin of the loss " + loss.name());
    }
    return twin.write(loss, type, weights);
  }

  private static double smallest(DataType type) {
    return type == DataType.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }

  /** The smallest power of 10 that still leaves something when taken from 1. */
  private static double smallestFromOne(DataType type) {
    return type == DataType.DOUBLE ? 1e-15 : 1e-7;
  }

  private static Head unweighted(String name, ILossFunction function, INDArray weights)
      throws NoTwinException {
    if (weights != null) {
      throw new NoTwinException(
          "DL4J sums the loss over time steps, and its %s takes no weights that would make that the mean"
              .formatted(name));
    }
    return new Head(new ActivationIdentity(), function);
  }
}
