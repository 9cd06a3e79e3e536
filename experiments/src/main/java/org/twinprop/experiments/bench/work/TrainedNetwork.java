package org.twinprop.experiments.bench.work;

import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.Examples;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Adam;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.TwinLearner;
import org.twinprop.trainer.twin.Twin;

/**
 * A network in float32 that Adam trains, written by hand or DL4J's.
 *
 * @param network by hand, which DL4J's begins as
 * @param learner trains it, or its twin
 */
record TrainedNetwork(Network network, Learner learner) implements AutoCloseable {
  static final double LEARNING_RATE = 1e-3;
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, true);
  private static final long SEED = 1;

  static TrainedNetwork of(String text, String contestant, Examples examples) {
    Shape input = Shape.of(examples.inputShape());
    Network network = Network.of(text, input, DataType.FLOAT, new He(true), SEED);
    return new TrainedNetwork(
        network,
        contestant.equals(TwinLearner.NAME)
            ? new TwinLearner(Twin.of(network, ADAM, LEARNING_RATE))
            : new HandwrittenLearner(network, ADAM));
  }

  @Override
  public void close() {
    learner.close();
    network.close();
  }
}
