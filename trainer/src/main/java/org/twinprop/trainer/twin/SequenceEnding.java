package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.trainer.twin.LossTwin.Head;

/**
 * A loss of every step of a sequence. DL4J sums over the steps; weights of one over their number
 * make that the mean. The graph's sequences are [examples, steps, features] as ours, but in that
 * format DL4J's loss takes its own input for the targets; so the last vertices go over to its other
 * one, [examples, features, steps].
 *
 * @param stepwise the loss of one step
 * @param averaged the loss of one step as a share of its sequence's
 */
record SequenceEnding(Head stepwise, Head averaged) implements Ending {
  static SequenceEnding of(Loss loss, Shape output, DataType type) throws NoTwinException {
    double share = 1.0 / output.size(0);
    INDArray weights = Nd4j.valueArrayOf(new long[] {output.size(1)}, share, type);
    try {
      return new SequenceEnding(LossTwins.of(loss, type, null), LossTwins.of(loss, type, weights));
    } catch (IllegalArgumentException e) { // M1.1, of weights that are one number
      throw new NoTwinException(
          "DL4J sums the loss over time steps, and this release cannot weigh a single output");
    }
  }

  @Override
  public void writeTo(GraphBuilder graph, String last) {
    graph.addVertex(
        "rows", new PreprocessorVertex(new RnnToFeedForwardPreProcessor(RNNFormat.NWC)), last);
    graph.addVertex(
        "steps last",
        new PreprocessorVertex(new FeedForwardToRnnPreProcessor(RNNFormat.NCW)),
        averaged.writeApart(graph, "rows"));
    RnnLossLayer layer =
        new RnnLossLayer.Builder(averaged.function()).activation(averaged.within()).build();
    graph.addLayer(LOSS, layer, "steps last");
  }

  @Override
  public boolean withoutWorkspaces() {
    return averaged.apart();
  }

  @Override
  public INDArray toTheirs(INDArray targets) {
    return targets.permute(0, 2, 1);
  }

  @Override
  public INDArray toOurs(INDArray predictions) {
    return predictions.permute(0, 2, 1);
  }

  @Override
  public double loss(INDArray z, INDArray y) {
    return stepwise
        .function()
        .computeScore(Layout.rows(y), Layout.rows(z), stepwise.activation(), null, true);
  }
}
