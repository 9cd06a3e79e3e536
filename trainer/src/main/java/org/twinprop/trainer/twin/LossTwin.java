package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
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
     * @throws NoTwinException if DL4J cannot express it; the message says why
     */
    Head write(L loss, DataType type, INDArray weights) throws NoTwinException;
  }

  /**
   * The end of a DL4J network.
   *
   * @param activation turns the network's output into predictions
   * @param function the loss, of predictions
   * @param apart whether the activation must be a layer of its own. DL4J reckons the loss of a
   *     training step after the backward pass, which for some activations has by then written the
   *     derivative over the output.
   */
  record Head(IActivation activation, ILossFunction function, boolean apart) {
    Head(IActivation activation, ILossFunction function) {
      this(activation, function, false);
    }

    /** Adds what must come before the layer of the loss; its name, or {@code last} if nothing. */
    String writeApart(GraphBuilder graph, String last) {
      if (!apart) {
        return last;
      }
      graph.addVertex("copy", new ScaleVertex(1), last); // DL4J's activations write in place
      graph.addLayer("prediction", new ActivationLayer(activation), "copy");
      return "prediction";
    }

    /** What remains for the layer of the loss to apply. */
    IActivation within() {
      return apart ? new ActivationIdentity() : activation;
    }
  }

  Head write(Loss any, DataType type, INDArray weights) throws NoTwinException {
    return writer.write(loss.cast(any), type, weights);
  }
}
