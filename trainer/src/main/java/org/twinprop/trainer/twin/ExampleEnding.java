package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.trainer.twin.LossTwin.Head;

/** A loss of one row an example. DL4J too takes the mean over the examples. */
record ExampleEnding(Head head) implements Ending {
  @Override
  public void writeTo(GraphBuilder graph, String last) {
    LossLayer layer = new LossLayer.Builder(head.function()).activation(head.within()).build();
    graph.addLayer(LOSS, layer, head.writeApart(graph, last));
  }

  @Override
  public boolean withoutWorkspaces() {
    return head.apart();
  }

  @Override
  public INDArray toTheirs(INDArray targets) {
    return targets;
  }

  @Override
  public INDArray toOurs(INDArray predictions) {
    return predictions;
  }

  @Override
  public double loss(INDArray z, INDArray y) {
    return head.function().computeScore(y, z, head.activation(), null, true);
  }
}
