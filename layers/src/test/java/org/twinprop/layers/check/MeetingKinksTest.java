package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Places where several kinks of one function meet. */
class MeetingKinksTest {
  private final INDArray x = Nd4j.create(new double[] {0.5, 0.5, 0.5, -1});

  private double maximum() {
    return x.maxNumber().doubleValue();
  }

  private TensorCheck checkMaximum(double... gradient) {
    Variable variable = new Variable("x", x, Nd4j.create(gradient));
    return GradientCheck.ofAllEntries().check(this::maximum, List.of(variable)).of("x");
  }

  @Test
  void oneOfEqualMaximaMayGetTheGradient() {
    TensorCheck found = checkMaximum(1, 0, 0, 0);
    assertEquals(Verdict.KINK, found.verdict(), found::toString);
    assertEquals(3, found.kinks());
  }

  @Test
  void equalMaximaMayShareTheGradient() {
    assertEquals(Verdict.KINK, checkMaximum(0.25, 0.25, 0.5, 0).verdict());
  }

  @Test
  void equalMaximaMayNotAllGetTheWholeGradient() {
    TensorCheck found = checkMaximum(1, 1, 1, 0);
    assertEquals(Verdict.WRONG, found.verdict());
    assertEquals(List.of(), found.worst().index());
    assertEquals(3, found.worst().analytic());
    assertEquals(1, found.worst().numeric(), 1e-9);
    assertTrue(found.toString().contains("all kinks together"), found::toString);
  }

  @Test
  void noMaximumMayGetNothing() {
    assertEquals(Verdict.WRONG, checkMaximum(0, 0, 0, 0).verdict());
  }

  /**
   * 2 relu(x) - 3 relu(-x): at 0 the slopes are 2 and 3, and the chain rule with relu'(0) = 0 says
   * 0.
   *
   * @param factor 1 for the right gradient
   */
  private static Verdict twoRelus(double at, double factor, boolean anew) {
    INDArray x = Nd4j.createFromArray(at);
    DoubleSupplier function =
        () -> 2 * Math.max(0, x.getDouble(0)) - 3 * Math.max(0, -x.getDouble(0));
    Supplier<List<Variable>> backward =
        () -> {
          double v = x.getDouble(0);
          double gradient = v > 0 ? 2 : v < 0 ? 3 : 0;
          return List.of(new Variable("x", x, Nd4j.createFromArray(factor * gradient)));
        };
    GradientCheck check = GradientCheck.ofAllEntries();
    GradientReport report =
        anew ? check.check(function, backward) : check.check(function, backward.get());
    return report.of("x").verdict();
  }

  @Test
  void sumOfSubgradientsIsExcusedWhereBothSidesAreRight() {
    assertEquals(Verdict.KINK, twoRelus(0, 1, true));
    assertEquals(Verdict.WRONG, twoRelus(0, 1, false), "one point alone cannot tell");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0001, 0, -1, 2})
  void sumOfSubgradientsIsWrongWhereASideIsWrong(double factor) {
    assertEquals(Verdict.WRONG, twoRelus(0, factor, true));
    assertEquals(Verdict.WRONG, twoRelus(0.3, factor, true));
    assertEquals(Verdict.WRONG, twoRelus(1e-5, factor, true));
  }
}
