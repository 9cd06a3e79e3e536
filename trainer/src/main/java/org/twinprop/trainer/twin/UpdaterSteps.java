package org.twinprop.trainer.twin;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.HandwrittenLearner;

/** A network and its twin trained side by side, whether their steps are the same or not. */
final class UpdaterSteps {
  /** What of the catalogue takes DL4J's steps only with arguments. */
  static final List<String> AS_DL4J =
      List.of("adam(epsilon-hat=true)", "adamax(epsilon=1e-32)", "amsgrad(epsilon=1e-32)");

  private static final String NETWORK = "dense(9) tanh dense(2) | mse l2=1e-3";

  private UpdaterSteps() {}

  static Updater parse(String text) {
    return NetworkText.parseOne(text, "updater", Catalogue.updaters());
  }

  /** How far the parameters are apart after some updates in float64, relative to the largest. */
  static double apart(String updaterText, double learningRate, int updates) {
    Updater updater = parse(updaterText);
    try (Network network = Numbers.network(NETWORK, Shape.of(5), DataType.DOUBLE, 3);
        HandwrittenLearner learner = new HandwrittenLearner(network, updater);
        Twin twin = Twin.of(network, updater, learningRate)) {
      Numbers numbers = new Numbers(5);
      for (int update = 0; update < updates; update++) {
        INDArray x = numbers.inputs(network, 5);
        INDArray y = numbers.targets(network, 5);
        learner.step(x, y, learningRate);
        twin.step(x, y);
      }
      return network.parameters().entrySet().stream()
          .mapToDouble(p -> difference(p.getKey(), p.getValue(), twin))
          .max()
          .orElseThrow();
    }
  }

  private static double difference(String name, INDArray ours, Twin twin) {
    INDArray theirs = twin.parameters().get(name);
    return Comparison.of(Quantity.PARAMETER, "network", name, ours, theirs, 0).difference();
  }
}
