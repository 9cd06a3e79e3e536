package org.twinprop.layers.updater;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

/** 200 steps of each updater against its recursion in plain doubles, one parameter at a time. */
class UpdatersFollowTheirRecursionTest {
  private static final int STEPS = 200;
  private static final int PARAMETERS = 9;
  private static final double LEARNING_RATE = 0.05;

  /** One step of one parameter; {@code memory} begins at zero. */
  private interface Recursion {
    double next(double theta, double g, double[] memory, double learningRate, int t);
  }

  private static final Map<String, Recursion> RECURSIONS =
      Map.ofEntries(
          entry("sgd", (theta, g, memory, rate, t) -> theta - rate * g),
          entry("momentum", momentum(0.9)),
          entry("momentum(0.5)", momentum(0.5)),
          entry("nesterov", nesterov(0.9)),
          entry("nesterov(0.5)", nesterov(0.5)),
          entry("adagrad", adagrad(1e-8)),
          entry("adagrad(1e-3)", adagrad(1e-3)),
          entry("rmsprop", rmsprop(0.9, 1e-8)),
          entry("rmsprop(0.99, 1e-4)", rmsprop(0.99, 1e-4)),
          entry("adadelta", adadelta(0.95, 1e-6)),
          entry("adadelta(0.8, 1e-4)", adadelta(0.8, 1e-4)),
          entry("adam", adam(0.9, 0.999, 1e-8, false)),
          entry("adam(beta1=0.8, beta2=0.99, epsilon=1e-4)", adam(0.8, 0.99, 1e-4, false)),
          entry("adam(epsilon-hat=true)", adam(0.9, 0.999, 1e-8, true)),
          entry("adamw", adamw(0.9, 0.999, 1e-8, 0.01)),
          entry("adamw(beta1=0.8, beta2=0.99, decay=0.3)", adamw(0.8, 0.99, 1e-8, 0.3)),
          entry("adamax", adamax(0.9, 0.999, 1e-8)),
          entry("adamax(0.8, 0.5, 1e-4)", adamax(0.8, 0.5, 1e-4)),
          entry("amsgrad", amsgrad(0.9, 0.999, 1e-8)),
          entry("amsgrad(0.8, 0.5, 1e-4)", amsgrad(0.8, 0.5, 1e-4)),
          entry("nadam", nadam(0.9, 0.999, 1e-8)),
          entry("nadam(0.8, 0.99, 1e-4)", nadam(0.8, 0.99, 1e-4)));

  static Set<String> updaters() {
    return new TreeSet<>(RECURSIONS.keySet());
  }

  private static Recursion momentum(double mu) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = mu * memory[0] - rate * g;
      return theta + memory[0];
    };
  }

  private static Recursion nesterov(double mu) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = mu * memory[0] - rate * g;
      return theta + mu * memory[0] - rate * g;
    };
  }

  private static Recursion adagrad(double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] += g * g;
      return theta - rate * g / (Math.sqrt(memory[0]) + epsilon);
    };
  }

  private static Recursion rmsprop(double rho, double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = rho * memory[0] + (1 - rho) * g * g;
      return theta - rate * g / (Math.sqrt(memory[0]) + epsilon);
    };
  }

  private static Recursion adadelta(double rho, double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = rho * memory[0] + (1 - rho) * g * g;
      double d = Math.sqrt(memory[1] + epsilon) / Math.sqrt(memory[0] + epsilon) * g;
      memory[1] = rho * memory[1] + (1 - rho) * d * d;
      return theta - rate * d;
    };
  }

  private static Recursion adamw(double beta1, double beta2, double epsilon, double decay) {
    Recursion adam = adam(beta1, beta2, epsilon, false);
    return (theta, g, memory, rate, t) ->
        adam.next(theta, g, memory, rate, t) - rate * decay * theta;
  }

  private static Recursion adamax(double beta1, double beta2, double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = beta1 * memory[0] + (1 - beta1) * g;
      memory[1] = Math.max(beta2 * memory[1], Math.abs(g));
      return theta - rate / (1 - Math.pow(beta1, t)) * memory[0] / (memory[1] + epsilon);
    };
  }

  private static Recursion amsgrad(double beta1, double beta2, double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = beta1 * memory[0] + (1 - beta1) * g;
      memory[1] = beta2 * memory[1] + (1 - beta2) * g * g;
      memory[2] = Math.max(memory[2], memory[1]);
      double m = memory[0] / (1 - Math.pow(beta1, t));
      double w = memory[2] / (1 - Math.pow(beta2, t));
      return theta - rate * m / (Math.sqrt(w) + epsilon);
    };
  }

  private static Recursion nadam(double beta1, double beta2, double epsilon) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = beta1 * memory[0] + (1 - beta1) * g;
      memory[1] = beta2 * memory[1] + (1 - beta2) * g * g;
      double ahead = beta1 * memory[0] / (1 - Math.pow(beta1, t + 1));
      double now = (1 - beta1) * g / (1 - Math.pow(beta1, t));
      double v = memory[1] / (1 - Math.pow(beta2, t));
      return theta - rate * (ahead + now) / (Math.sqrt(v) + epsilon);
    };
  }

  private static Recursion adam(double beta1, double beta2, double epsilon, boolean epsilonHat) {
    return (theta, g, memory, rate, t) -> {
      memory[0] = beta1 * memory[0] + (1 - beta1) * g;
      memory[1] = beta2 * memory[1] + (1 - beta2) * g * g;
      double c1 = 1 - Math.pow(beta1, t);
      double c2 = 1 - Math.pow(beta2, t);
      if (epsilonHat) {
        double rateOfStep = rate * Math.sqrt(c2) / c1;
        return theta - rateOfStep * memory[0] / (Math.sqrt(memory[1]) + epsilon);
      }
      return theta - rate * (memory[0] / c1) / (Math.sqrt(memory[1] / c2) + epsilon);
    };
  }

  private static Updater updater(String text) {
    return NetworkText.parseOne(text, "updater", Catalogue.updaters());
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void parametersAreThoseOfTheRecursion(String text) {
    Updater updater = updater(text);
    Recursion recursion = RECURSIONS.get(text);
    SplittableRandom random = new SplittableRandom(1);
    double[] expected = random.doubles(PARAMETERS).toArray();
    double[][] memory = new double[PARAMETERS][3];
    INDArray theta = Nd4j.create(expected.clone());
    try (UpdaterState state = new UpdaterState(updater, theta)) {
      for (int t = 1; t <= STEPS; t++) {
        double[] g = gradients(random);
        for (int i = 0; i < PARAMETERS; i++) {
          expected[i] = recursion.next(expected[i], g[i], memory[i], LEARNING_RATE, t);
        }
        INDArray gradient = Nd4j.create(g);
        updater.update(theta, gradient, state, LEARNING_RATE, t);
        assertIdentical(Nd4j.create(g), gradient);
        assertRelative(expected, theta, text + ", step " + t);
      }
    }
  }

  /** Warm-up begins and cosine decay ends with it. */
  @ParameterizedTest
  @MethodSource("updaters")
  void learningRateOfZeroMovesNothingAndSpoilsNothing(String text) {
    Updater updater = updater(text);
    INDArray theta = Nd4j.create(new double[] {1, -2});
    INDArray g = Nd4j.create(new double[] {0.5, -3});
    try (UpdaterState state = new UpdaterState(updater, theta)) {
      updater.update(theta, g, state, 0, 1);
      assertIdentical(Nd4j.create(new double[] {1, -2}), theta);
      double[] memory = new double[3];
      Recursion recursion = RECURSIONS.get(text);
      double expected = recursion.next(recursion.next(1, 0.5, memory, 0, 1), 0.5, memory, 0.1, 2);
      updater.update(theta, g, state, 0.1, 2);
      assertEquals(expected, theta.getDouble(0), 1e-12);
    }
  }

  /** Gradients of very different size: the i-th is about 10^-i, down to 1e-8; some are zero. */
  private static double[] gradients(SplittableRandom random) {
    double[] g = new double[PARAMETERS];
    for (int i = 0; i < PARAMETERS; i++) {
      g[i] = random.nextInt(10) == 0 ? 0 : random.nextGaussian() * Math.pow(10, -i);
    }
    return g;
  }

  private static void assertRelative(double[] expected, INDArray theta, String when) {
    for (int i = 0; i < PARAMETERS; i++) {
      double tolerance = 1e-12 * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], theta.getDouble(i), tolerance, when + ", parameter " + i);
    }
  }

  @Test
  void everyUpdaterOfTheCatalogueIsHere() {
    Catalogue.updaters().keySet().forEach(name -> assertTrue(RECURSIONS.containsKey(name), name));
  }

  @Test
  void epsilonsDifferWhereGradientsAreTiny() {
    INDArray g = Nd4j.create(new double[] {1e-8});
    INDArray textbook = Nd4j.zeros(DataType.DOUBLE, 1);
    INDArray likeLibraries = Nd4j.zeros(DataType.DOUBLE, 1);
    Updater one = updater("adam");
    Updater other = updater("adam(epsilon-hat=true)");
    one.update(textbook, g, new UpdaterState(one, textbook), 1, 1);
    other.update(likeLibraries, g, new UpdaterState(other, likeLibraries), 1, 1);
    // m' = g and v' = g^2: g / (g + epsilon) = 1/2
    assertEquals(-0.5, textbook.getDouble(0), 1e-12);
    // lr_1 = sqrt(0.001) / 0.1, m = 0.1 g, sqrt(v) = sqrt(0.001) g
    double root = Math.sqrt(0.001);
    assertEquals(-root / (root + 1), likeLibraries.getDouble(0), 1e-12);
  }
}
