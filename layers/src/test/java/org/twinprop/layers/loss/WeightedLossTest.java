package org.twinprop.layers.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.RunningLayer.array;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.GradientReport;
import org.twinprop.layers.check.Variable;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.text.NetworkText;

/**
 * Class numbers, example weights and masks of time steps, on a network that passes its input on.
 */
class WeightedLossTest {
  private static Network through(String loss, long... input) {
    Network network =
        new Network(NetworkText.parse("identity | " + loss), Shape.of(input), DataType.DOUBLE, 1);
    network.wantInputGradient(true);
    return network;
  }

  private static INDArray rows(long columns, double... entries) {
    return array(new long[] {entries.length / columns, columns}, entries);
  }

  private static INDArray vector(double... entries) {
    return Nd4j.create(entries);
  }

  /** softmax of (0, ln 2, ln 3) is (1, 2, 3) / 6. */
  private static final double[] LOGITS = {0, Math.log(2), Math.log(3)};

  @Test
  void classNumbersStandForOneHotRows() {
    try (Network network = through("softmax-xent", 3)) {
      INDArray z = rows(3, 0, Math.log(2), Math.log(3), 0, Math.log(2), Math.log(3));
      assertEquals((Math.log(2) + Math.log(6)) / 2, network.loss(z, vector(2, 0)), 1e-15);
      network.backward();
      double twelfth = 1.0 / 12;
      assertEntries(
          1e-15,
          network.inputGradient(),
          twelfth,
          2 * twelfth,
          -3 * twelfth,
          -5 * twelfth,
          2 * twelfth,
          3 * twelfth);
      INDArray numbers = network.inputGradient().dup();
      network.loss(z, rows(3, 0, 0, 1, 1, 0, 0));
      network.backward();
      assertIdentical(numbers, network.inputGradient());
    }
  }

  @Test
  void probabilitiesWeighTheClasses() {
    try (Network network = through("softmax-xent", 3)) {
      double loss = network.loss(rows(3, LOGITS), rows(3, 0.5, 0.25, 0.25));
      assertEquals(0.5 * Math.log(6) + 0.25 * Math.log(3) + 0.25 * Math.log(2), loss, 1e-15);
      network.backward();
      assertEntries(1e-15, network.inputGradient(), 1 / 6.0 - 0.5, 1 / 3.0 - 0.25, 0.25);
    }
  }

  @Test
  void classNumbersOfStepsAreReadStepByStep() {
    try (Network network = through("softmax-xent", 2, 2)) {
      INDArray z = array(new long[] {1, 2, 2}, 0, Math.log(3), 0, 0);
      assertEquals((Math.log(4) + Math.log(2)) / 2, network.loss(z, rows(2, 0, 1)), 1e-15);
    }
  }

  @Test
  void examplesCountByTheirWeights() {
    try (Network network = through("mse", 1)) {
      INDArray z = rows(1, 1, 2, 3);
      INDArray y = rows(1, 0, 0, 0);
      // (2 * 1 + 0.5 * 4 + 0 * 9) / 3: still divided by the number of examples
      assertEquals(4 / 3.0, network.loss(z, y, vector(2, 0.5, 0), null), 1e-15);
      network.backward();
      assertEntries(1e-15, network.inputGradient(), 4 / 3.0, 2 / 3.0, 0);
    }
  }

  @Test
  void weightsOfOneChangeNothing() {
    try (Network network = through("mae", 2)) {
      INDArray z = rows(2, 1, -2, 3, 0.5);
      INDArray y = rows(2, 0, 0, 1, 1);
      assertEquals(network.loss(z, y), network.loss(z, y, vector(1, 1), rows(1, 1, 1)), 1e-15);
    }
  }

  @Test
  void maskedStepsDoNotCountAndTheMeanIsOverTheOthers() {
    try (Network network = through("mse", 3, 1)) {
      INDArray z = array(new long[] {2, 3, 1}, 1, 2, 3, 4, 5, 6);
      INDArray y = Nd4j.zeros(DataType.DOUBLE, 2, 3, 1);
      INDArray mask = rows(3, 1, 1, 0, 0, 0, 1);
      // example 1: (1 + 4) / 2, example 2: 36
      assertEquals((2.5 + 36) / 2, network.loss(z, y, null, mask), 1e-14);
      network.backward();
      assertEntries(1e-15, network.inputGradient(), 0.5, 1, 0, 0, 0, 6);
      assertEquals((2.5 + 3 * 36) / 2, network.loss(z, y, vector(1, 3), mask), 1e-13);
    }
  }

  @Test
  void exampleWithoutAnyStepWeighsNothing() {
    try (Network network = through("mse", 2, 1)) {
      INDArray z = array(new long[] {2, 2, 1}, 1, 2, 3, 4);
      INDArray y = Nd4j.zeros(DataType.DOUBLE, 2, 2, 1);
      assertEquals(2.5 / 2, network.loss(z, y, null, rows(2, 1, 1, 0, 0)), 1e-15);
      network.backward();
      assertEntries(0, network.inputGradient(), 0.5, 1, 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softmax-xent",
        "sigmoid-xent",
        "mse l2=0.1",
        "mae",
        "huber(0.5) l1=0.02",
        "hinge",
        "squared-hinge"
      })
  void gradientsOfWeightedAndMaskedLossesAreTheNumericOnes(String loss) {
    RandomArrays random = new RandomArrays(5);
    String text = "rnn(3) dense(2) | " + loss;
    try (Network network =
        Network.of(text, Shape.of(4, 2), DataType.DOUBLE, new Xavier(false), 3)) {
      network.wantInputGradient(true);
      INDArray x = random.gaussian(3, 4, 2);
      INDArray y =
          loss.startsWith("softmax")
              ? random.of(new double[] {0, 1}, 3, 4)
              : loss.contains("hinge")
                  ? random.of(new double[] {-1, 1}, 3, 4, 2)
                  : random.of(new double[] {0, 1}, 3, 4, 2);
      INDArray weights = vector(0.5, 2, 1.25);
      INDArray mask = rows(4, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1);
      GradientReport report =
          GradientCheck.ofAllEntries()
              .check(
                  () -> network.loss(x, y, weights, mask), variables(network, x, y, weights, mask));
      assertTrue(report.passed(), report::toString);
      assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
    }
  }

  private static List<Variable> variables(
      Network network, INDArray x, INDArray y, INDArray weights, INDArray mask) {
    network.loss(x, y, weights, mask);
    network.backward();
    return List.of(
        new Variable("all parameters", network.parameterVector(), network.gradientVector().dup()),
        new Variable("x", x, network.inputGradient().dup('c')));
  }

  private static String message(String loss, INDArray z, INDArray y, INDArray w, INDArray mask) {
    try (Network network = through(loss, Shape.ofExamplesIn(z).sizes())) {
      return assertThrows(IllegalArgumentException.class, () -> network.loss(z, y, w, mask))
          .getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 3.0", "-1, -1.0", "0.5, 0.5", "NaN, NaN"})
  void classNumberOutOfRange(double number, String shown) {
    assertEquals(
        "softmax-xent: the target of row 1 is "
            + shown
            + ", but classes are whole numbers from 0 to 2",
        message("softmax-xent", rows(3, 0, 0, 0, 0, 0, 0), vector(2, number), null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "softmax-xent; 0.5, 0.25; sums to 0.75, but targets must be a distribution over the"
            + " classes: numbers of at least 0 that sum to 1",
        "softmax-xent; 1.5, -0.5; holds -0.5, but targets must be a distribution over the"
            + " classes: numbers of at least 0 that sum to 1",
        "hinge; 1, 0; 'holds 0.0, but targets must be -1 or 1; for targets of 0 and 1 take"
            + " softmax-xent'",
        "squared-hinge; 0.5, 1; 'holds 0.5, but targets must be -1 or 1; for targets of 0 and 1"
            + " take softmax-xent'",
        "sigmoid-xent; 1, 1.5; holds 1.5, but targets must be numbers from 0 to 1",
        "mse; 1, NaN; holds NaN, but targets must be finite numbers",
        "mae; Infinity, 0; holds Infinity, but targets must be finite numbers",
      })
  void targetThatCannotBeOne(String loss, String row, String problem) {
    String[] words = row.split(", ");
    INDArray y = rows(2, 1, 1, Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    y.putScalar(0, 1, loss.startsWith("softmax") ? 0 : 1);
    assertEquals(
        loss + ": target row 1 " + problem, message(loss, rows(2, 0, 0, 0, 0), y, null, null));
  }

  @Test
  void weightsAndMasksThatDoNotFit() {
    INDArray z = array(new long[] {2, 2, 1}, 1, 2, 3, 4);
    INDArray y = z.dup();
    assertEquals(
        "the weights of the examples must be [2] for this batch, but got [3]",
        message("mse", z, y, vector(1, 1, 1), null));
    assertEquals(
        "the weights of the examples must be numbers of at least 0, but one is -0.5",
        message("mse", z, y, vector(1, -0.5), null));
    assertEquals(
        "the mask of the steps must be [2, 2] for this batch, but got [1, 2]",
        message("mse", z, y, null, rows(2, 1, 1)));
    assertEquals(
        "the mask of the steps must be numbers of at least 0, but one is NaN",
        message("mse", z, y, null, rows(2, 1, 1, Double.NaN, 0)));
  }

  @Test
  void maskOfStepsAfterTheLastStepIsRefused() {
    String text = "laststep | mse";
    try (Network network =
        new Network(NetworkText.parse(text), Shape.of(4, 3), DataType.DOUBLE, 1)) {
      INDArray x = Nd4j.ones(DataType.DOUBLE, 2, 4, 3);
      INDArray y = Nd4j.ones(DataType.DOUBLE, 2, 3);
      INDArray mask = Nd4j.ones(DataType.DOUBLE, 2, 4);
      String message =
          assertThrows(IllegalArgumentException.class, () -> network.loss(x, y, null, mask))
              .getMessage();
      assertTrue(message.contains("[2, 4]") && message.contains("laststep"), message);
    }
  }
}
