package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;

/**
 * A batch norm takes away whatever a bias before it adds: the bias's gradient is 0, and all that
 * differences of the loss show of it is rounding.
 */
class VanishingGradientTest {
  private static final String NETWORK = "conv(4,5) batchnorm relu flatten dense(3) | softmax-xent";
  private static final double PLANTED = 1e-7;

  private final INDArray x = Nd4j.create(DataType.DOUBLE, 4, 1, 8, 8);
  private final INDArray y = Nd4j.createFromArray(2.0, 1.0, 0.0, 1.0);

  /** Far from 0, inputs lose digits when the norm subtracts their mean. */
  private Network network(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (long i = 0; i < x.length(); i++) {
      x.putScalar(i, 300 + random.nextGaussian());
    }
    return Network.of(NETWORK, Shape.of(1, 8, 8), DataType.DOUBLE, new He(true), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void gradientThatIsZeroButForRoundingIsRight(long seed) {
    try (Network network = network(seed)) {
      GradientReport report = NetworkCheck.check(network, x, y, GradientCheck.ofSample(10, seed));
      assertTrue(report.passed(), report::toString);
      assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
      TensorCheck bias = report.of("b1");
      assertTrue(Math.abs(bias.worst().analytic()) < 1e-12, report::toString);
      assertTrue(Math.abs(bias.worst().numeric()) < 1e-9, report::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSmallestMistakeInItIsFound(long seed) {
    try (Network network = network(seed)) {
      GradientReport report =
          GradientCheck.ofAllEntries()
              .check(() -> network.loss(x, y), () -> List.of(bias(network, PLANTED)));
      TensorCheck bias = report.of("b1");
      assertEquals(Verdict.WRONG, bias.verdict(), report::toString);
      assertEquals(List.of(2L), bias.worst().index());
      assertEquals(PLANTED, bias.worst().analytic(), 1e-12);
    }
  }

  /** The bias as a check of the whole network has it, with an error in its third entry. */
  private Variable bias(Network network, double error) {
    network.loss(x, y);
    network.backward();
    Variable right =
        Variable.ofParameters(network.parameters(), network.gradients()).stream()
            .filter(variable -> variable.name().equals("b1"))
            .findFirst()
            .orElseThrow();
    right.gradient().putScalar(2, right.gradient().getDouble(2) + error);
    return right;
  }

  @Test
  void parametersShareTheirLargestGradientAsTheirScale() {
    try (Network network = network(1)) {
      network.loss(x, y);
      network.backward();
      double largest = network.gradientVector().amaxNumber().doubleValue();
      Variable.ofParameters(network.parameters(), network.gradients())
          .forEach(variable -> assertEquals(largest, variable.scale()));
    }
  }

  @Test
  void functionThatIsAnotherInEveryCallIsNotExcusedAsRounding() {
    SplittableRandom random = new SplittableRandom(1);
    INDArray v = Nd4j.createFromArray(0.3);
    Variable variable = new Variable("v", v, Nd4j.createFromArray(1.0));
    GradientReport report =
        GradientCheck.ofAllEntries()
            .check(() -> v.getDouble(0) + 1e-6 * random.nextDouble(), List.of(variable));
    assertEquals(Verdict.WRONG, report.of("v").verdict(), report::toString);
  }
}
