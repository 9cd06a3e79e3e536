package org.twinprop.trainer.twin;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.twinprop.layers.loss.Loss;

/**
 * How DL4J writes the losses of one class.
 *
 * @param loss the class
 * @param writer writes one such loss
 */
record LossTwin<L extends Loss>(Class<L> loss, Writer<L> writer) {
  /** Writes a loss for numbers of a type. */
  interface Writer<L> {
    /**
     * @param loss to be written
     * @param type of the numbers
     * @param weights by which DL4J multiplies the loss of each output, [outputs]; null for 1
     */
    Head write(L loss, DataType type, INDArray weights);
  }

  /**
   * The end of a DL4J network.
   *
   * @param activation turns the network's output into predictions
   * @param function the loss, of predictions
   */
  record Head(IActivation activation, ILossFunction function) {}

  Head write(Loss any, DataType type, INDArray weights) {
    return writer.write(loss.cast(any), type, weights);
  }
}
