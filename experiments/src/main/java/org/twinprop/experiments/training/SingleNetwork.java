package org.twinprop.experiments.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.layers.Network;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.twin.Twin;

/** One network of an experiment by itself: the hand-written one, or its twin. */
public final class SingleNetwork implements AutoCloseable {
  private final Networks networks;
  private final boolean twin;

  private SingleNetwork(Networks networks, boolean twin) {
    this.networks = networks;
    this.twin = twin;
  }

  /**
   * @param settings that ask for a twin if it is to be trained
   * @throws IllegalArgumentException if the network does not fit the examples, or DL4J lacks it
   * @throws org.twinprop.data.BadInput if the network is too large for this machine
   */
  public static SingleNetwork of(ExperimentSettings settings, TaskData data) {
    Experiment.requireTrainable(settings, data);
    Networks networks = Networks.of(settings, data);
    try {
      networks
          .whyNoTwin()
          .ifPresent(
              why -> {
                throw new IllegalArgumentException("DL4J cannot train it: " + why);
              });
      FirstBatch.require(networks.network(), data.train(), settings.batch());
    } catch (RuntimeException e) {
      networks.close();
      throw e;
    }
    return new SingleNetwork(networks, settings.twin());
  }

  /** What trains; closed with this. */
  public Learner learner() {
    if (!twin) {
      return networks.handwritten();
    }
    boolean drops = networks.network().architecture().text().contains("dropout(");
    Learner learner = networks.twin().orElseThrow();
    return drops ? new Alone(learner, networks.network()) : learner;
  }

  /** The hand-written network with the parameters that were trained, be it or its twin. */
  public Network trained() {
    networks.twin().ifPresent(learner -> copyInto(learner.twin()));
    return networks.network();
  }

  private void copyInto(Twin trained) {
    trained.copyInto(networks.network());
  }

  /** Trained numbers. */
  public long parameters() {
    return networks.network().parameterVector().length();
  }

  @Override
  public void close() {
    networks.close();
  }

  /**
   * A twin drops what the hand-written network dropped in its last forward pass, which therefore
   * sees each batch first.
   */
  private record Alone(Learner twin, Network network) implements Learner {
    @Override
    public String name() {
      return twin.name();
    }

    @Override
    public double step(INDArray x, INDArray y, double learningRate) {
      network.forward(x, true);
      double loss = twin.step(x, y, learningRate);
      network.step(network.step() + 1);
      return loss;
    }

    @Override
    public INDArray predict(INDArray x) {
      return twin.predict(x);
    }

    @Override
    public double predictionLoss(INDArray y) {
      return twin.predictionLoss(y);
    }

    @Override
    public void close() {
      twin.close();
    }
  }
}
