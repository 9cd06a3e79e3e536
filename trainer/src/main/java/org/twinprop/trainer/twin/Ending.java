package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.Loss;

/** The end of DL4J's graph: the loss, and what turns outputs into predictions. */
interface Ending {
  /** The vertex of the loss. */
  String LOSS = "loss";

  /** Adds it to the graph after the vertex {@code last}. */
  void writeTo(GraphBuilder graph, String last);

  /**
   * Whether vertices stand between the output and the loss that DL4J cannot manage the workspaces
   * of, when both are asked for.
   */
  boolean withoutWorkspaces();

  /** Our targets as the loss takes them; either the same array or one over the same memory. */
  INDArray toTheirs(INDArray targets);

  /** Its predictions in our shape. */
  INDArray toOurs(INDArray predictions);

  /**
   * The mean loss of outputs, by DL4J's function.
   *
   * @param z the outputs, [examples, output shape...]
   * @param y the targets, of the same shape
   */
  double loss(INDArray z, INDArray y);

  /**
   * @param output the shape of one example's output
   * @throws NoTwinException if DL4J has no such loss
   */
  static Ending of(Loss loss, Shape output, DataType type) throws NoTwinException {
    return output.rank() == 2
        ? SequenceEnding.of(loss, output, type)
        : new ExampleEnding(LossTwins.of(loss, type, null));
  }
}
