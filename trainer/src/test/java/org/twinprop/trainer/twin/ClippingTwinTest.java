package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Clipped;
import org.twinprop.layers.updater.GradientClipping;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.HandwrittenLearner;

/** Clipped training of both networks, in float64. */
final class ClippingTwinTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final int UPDATES = 100;

  /** What was found after some updates: how far apart, and what was said of it. */
  private record Outcome(double apart, String said, double withoutClipping) {}

  private static Outcome train(String text, String updaterText, double value, double norm) {
    Updater plain = UpdaterSteps.parse(updaterText);
    Updater updater = Clipped.of(plain, new GradientClipping(value, norm));
    try (Network network = Numbers.network(text, Shape.of(5), DataType.DOUBLE, 3);
        Network unclipped = network.as(DataType.DOUBLE);
        HandwrittenLearner learner = new HandwrittenLearner(network, updater);
        HandwrittenLearner free = new HandwrittenLearner(unclipped, plain);
        Twin twin = Twin.of(network, updater, 0.1)) {
      Numbers numbers = new Numbers(5);
      for (int update = 0; update < UPDATES; update++) {
        INDArray x = numbers.inputs(network, 5);
        INDArray y = numbers.targets(network, 5);
        learner.step(x, y, 0.1);
        twin.step(x, y);
        free.step(x, y, 0.1);
      }
      double apart =
          Math.max(
              apart(network.parameters(), twin.parameters()),
              apart(network.states(), twin.states()));
      double effect = apart("all", network.parameterVector(), unclipped.parameterVector());
      return new Outcome(apart, twin.whyStepsDiffer().orElse(""), effect);
    }
  }

  private static double apart(Map<String, INDArray> ours, Map<String, INDArray> theirs) {
    return ours.entrySet().stream()
        .mapToDouble(entry -> apart(entry.getKey(), entry.getValue(), theirs.get(entry.getKey())))
        .max()
        .orElse(0);
  }

  private static double apart(String name, INDArray one, INDArray other) {
    return Comparison.of(Quantity.PARAMETER, "network", name, one, other, 0).difference();
  }

  @ParameterizedTest(name = "{0} by {1}, value {2}, norm {3}")
  @CsvSource({
    "dense(7) tanh dense(2) | mse, sgd, 0.02, Infinity",
    "dense(7) tanh dense(2) | mse, adam(epsilon-hat=true), 0.02, Infinity",
    "dense(2) | mse, sgd, Infinity, 0.05",
    "dense(2) tanh | mse, nesterov, Infinity, 0.05",
  })
  void bothClipTheSame(String text, String updater, double value, double norm) {
    Outcome outcome = train(text, updater, value, norm);
    assertEquals("", outcome.said());
    assertTrue(outcome.apart() < 1e-12, outcome::toString);
    assertTrue(outcome.withoutClipping() > 1e-3, "clipping changed nothing: " + outcome);
  }

  @ParameterizedTest(name = "{0}, value {1}, norm {2}")
  @CsvSource({
    "dense(7) tanh dense(2) | mse, Infinity, 0.05, the gradient of each layer by its own norm",
    "dense(7) tanh dense(2) | mse l2=0.1, 0.02, Infinity, before it adds L1 and L2",
    "dense(7) tanh dense(2) | mse, 0.02, 0.05, not by both",
    "dense(7) batchnorm dense(2) | mse, 0.02, Infinity, running statistics too",
  })
  void whereDl4jClipsOtherwiseItIsSaidAndTrue(String text, double value, double norm, String said) {
    Outcome outcome = train(text, "sgd", value, norm);
    assertTrue(outcome.said().contains(said), outcome.said());
    assertTrue(outcome.apart() > 1e-6, outcome::toString);
  }

  @Test
  void withoutClippingNothingIsSaid() {
    assertEquals("", train("dense(7) tanh dense(2) | mse l2=0.1", "sgd", NONE, NONE).said());
  }
}
