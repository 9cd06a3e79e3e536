package org.twinprop.trainer.twin;

import java.util.function.BiFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.twinprop.layers.loss.Loss;

/**
 * How DL4J writes the losses of one class.
 *
 * @param loss the class
 * @param writer writes one such loss for numbers of a type
 */
record LossTwin<L extends Loss>(Class<L> loss, BiFunction<L, DataType, Head> writer) {
  /**
   * The end of a DL4J network.
   *
   * @param activation turns the network's output into predictions
   * @param function the loss, of predictions
   */
  record Head(IActivation activation, ILossFunction function) {}

  Head write(Loss any, DataType type) {
    return writer.apply(loss.cast(any), type);
  }
}
