package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Objective;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.GradientClipping;

/**
 * Configurations of DL4J's graph for one architecture.
 *
 * @param architecture layers and loss
 * @param input the shape of one example
 * @param type of its numbers
 */
record Graphs(Architecture architecture, Shape input, DataType type) {
  /**
   * Nothing is drawn by it, for weights are copied; without one a saved model would bear the time.
   */
  private static final long SEED = 1;

  /**
   * What trains fastest on the CPU: workspaces, and patches that the backward pass takes over from
   * the forward pass (DL4J's default computes them twice).
   */
  ComputationGraphConfiguration toTrain(Plan plan, IUpdater updater, GradientClipping clipping)
      throws NoTwinException {
    return configure(plan, updater, clipping, WorkspaceMode.ENABLED, CacheMode.DEVICE);
  }

  /** What leaves its arrays readable after a pass. */
  ComputationGraphConfiguration toLookInto(Plan plan) throws NoTwinException {
    return configure(plan, new NoOp(), GradientClipping.NONE, WorkspaceMode.NONE, CacheMode.NONE);
  }

  /**
   * @throws NoTwinException if a layer has no twin
   */
  Plan plan(Dropouts dropouts) throws NoTwinException {
    return Plan.of(architecture, input, dropouts);
  }

  /**
   * @throws NoTwinException if the loss has no twin
   */
  Ending ending() throws NoTwinException {
    return Ending.of(architecture.objective().loss(), architecture.chain().output(input), type);
  }

  private ComputationGraphConfiguration configure(
      Plan plan,
      IUpdater updater,
      GradientClipping clipping,
      WorkspaceMode workspaces,
      CacheMode cache)
      throws NoTwinException {
    Objective objective = architecture.objective();
    NeuralNetConfiguration.Builder network =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .seed(SEED)
            .updater(updater)
            .l1(objective.l1())
            .l2(objective.l2())
            .weightInit(WeightInit.ZERO) // they are copied from the hand-written network
            .trainingWorkspaceMode(workspaces)
            .inferenceWorkspaceMode(workspaces)
            .cacheMode(cache);
    ClippingTwin.write(clipping, network);
    GraphBuilder graph =
        network
            .graphBuilder()
            .validateOutputLayerConfig(false); // it refuses a softmax over one class
    plan.writeTo(graph);
    ending().writeTo(graph, plan.last());
    return graph.setOutputs(Ending.LOSS).build();
  }
}
