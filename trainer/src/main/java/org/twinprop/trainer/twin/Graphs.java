package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Objective;
import org.twinprop.trainer.twin.LossTwin.Head;

/** Turns plans into configurations of DL4J graphs. */
final class Graphs {
  private Graphs() {}

  /**
   * @param plan of the layers
   * @param architecture whose loss and regularisation to add
   * @param type of its numbers
   * @param updater DL4J's
   * @throws NoTwinException if DL4J has no such loss
   */
  static ComputationGraphConfiguration configure(
      Plan plan, Architecture architecture, DataType type, IUpdater updater)
      throws NoTwinException {
    Objective objective = architecture.objective();
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(updater)
            .l1(objective.l1())
            .l2(objective.l2())
            .weightInit(WeightInit.ZERO) // they are copied from the hand-written network
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .validateOutputLayerConfig(false); // it refuses a softmax over one class
    plan.writeTo(graph);
    Head head = LossTwins.of(objective.loss(), type);
    graph.addLayer(Plan.LOSS, lossLayer(head), plan.last());
    return graph.setOutputs(Plan.LOSS).build();
  }

  private static LossLayer lossLayer(Head head) {
    return new LossLayer.Builder(head.function()).activation(head.activation()).build();
  }
}
