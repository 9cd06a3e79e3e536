package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientCheckTest {
  private final INDArray x = Nd4j.create(new double[][] {{0.5, -1, 2}, {3, 0.1, -0.7}});

  /** sum of x^3 + x. */
  private double function() {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      double v = x.getDouble(i);
      sum += v * v * v + v;
    }
    return sum;
  }

  private INDArray gradient() {
    return x.mul(x).muli(3).addi(1);
  }

  private GradientReport check(INDArray gradient) {
    return GradientCheck.ofAllEntries()
        .check(this::function, List.of(new Variable("x", x, gradient)));
  }

  @Test
  void rightGradientPassesAndLeavesNoTrace() {
    INDArray before = x.dup();
    GradientReport report = check(gradient());
    assertTrue(report.passed(), report::toString);
    assertEquals(Verdict.OK, report.of("x").verdict());
    assertEquals(6, report.of("x").entries());
    assertEquals(0, report.of("x").kinks());
    assertEquals("2x3", report.of("x").shape().toString());
    assertTrue(report.worst().maxRelativeError() < 1e-9, report::toString);
    assertIdentical(before, x);
  }

  @Test
  void worstEntryIsNamedWithBothValues() {
    INDArray gradient = gradient();
    gradient.putScalar(new int[] {0, 1}, 4 * 1.0001); // right is 4
    gradient.putScalar(new int[] {1, 2}, 2.47 * 1.01); // right is 2.47
    TensorCheck found = check(gradient).worst();
    assertEquals(Verdict.WRONG, found.verdict());
    assertEquals(List.of(1L, 2L), found.worst().index());
    assertEquals(2.47 * 1.01, found.worst().analytic(), 1e-15);
    assertEquals(2.47, found.worst().numeric(), 1e-9);
    assertEquals(0.01 / 1.01, found.maxRelativeError(), 1e-8);
    assertEquals(
        "dx of 2x3: WRONG; 6 entries, 0 kinks; largest relative error 9.9e-03 at [1, 2]: "
            + "analytic 2.494700000, numeric 2.470000000",
        found.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-3, 1, 1e3, 1e6})
  void verdictDoesNotDependOnTheScale(double scale) {
    Variable right = new Variable("x", x, gradient().muli(scale));
    Variable wrong = new Variable("x", x, gradient().muli(scale * 1.0001));
    GradientCheck check = GradientCheck.ofAllEntries();
    assertTrue(check.check(() -> scale * function(), List.of(right)).passed());
    assertFalse(check.check(() -> scale * function(), List.of(wrong)).passed());
  }

  @Test
  void entriesThatAreZeroButForRoundingPass() {
    INDArray gradient = Nd4j.create(new double[] {1e-17, 1});
    INDArray v = Nd4j.create(new double[] {0.3, 0.4});
    GradientReport report =
        GradientCheck.ofAllEntries()
            .check(() -> v.getDouble(1), List.of(new Variable("v", v, gradient)));
    assertTrue(report.passed(), report::toString);
    assertEquals(1e-14, report.of("v").maxRelativeError(), 1e-12);
  }

  @Test
  void wrongSignOfSmallEntryIsFound() {
    INDArray v = Nd4j.create(new double[] {0.3, 0.4});
    INDArray gradient = Nd4j.create(new double[] {-1e-9, 1});
    GradientReport report =
        GradientCheck.ofAllEntries()
            .check(
                () -> 1e-9 * v.getDouble(0) + v.getDouble(1),
                List.of(new Variable("v", v, gradient)));
    assertEquals(Verdict.WRONG, report.of("v").verdict());
    assertEquals(List.of(0L), report.of("v").worst().index());
  }

  @Test
  void gradientOfNothingButZerosIsWrongUnlessTheFunctionIsConstant() {
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 2, 3);
    assertFalse(check(zeros).passed());
    Variable variable = new Variable("x", x, zeros);
    assertTrue(GradientCheck.ofAllEntries().check(() -> 7.3, List.of(variable)).passed());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numberThatIsNoneIsWrong(double bad) {
    INDArray gradient = gradient();
    gradient.putScalar(new int[] {1, 0}, bad);
    TensorCheck found = check(gradient).worst();
    assertEquals(Verdict.WRONG, found.verdict());
    assertEquals(List.of(1L, 0L), found.worst().index());
  }

  @Test
  void sampleIsSeededAndWithoutRepetition() {
    Set<Double> moved = movedBy(GradientCheck.ofSample(4, 1));
    assertEquals(4, moved.size());
    assertEquals(moved, movedBy(GradientCheck.ofSample(4, 1)));
    Set<Set<Double>> samples = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      samples.add(movedBy(GradientCheck.ofSample(4, seed)));
    }
    assertNotEquals(1, samples.size());
    assertEquals(6, movedBy(GradientCheck.ofSample(6, 1)).size());
    assertEquals(6, movedBy(GradientCheck.ofSample(100, 1)).size());
  }

  /** Which of x's values a check moves. */
  private Set<Double> movedBy(GradientCheck how) {
    INDArray original = x.dup();
    Set<Double> moved = new HashSet<>();
    AtomicInteger evaluations = new AtomicInteger();
    GradientReport report =
        how.check(
            () -> {
              evaluations.incrementAndGet();
              for (int i = 0; i < 6; i++) {
                if (x.getDouble(i) != original.getDouble(i)) {
                  moved.add(original.getDouble(i));
                }
              }
              return function();
            },
            List.of(new Variable("x", x, gradient())));
    assertEquals(moved.size(), report.of("x").entries());
    assertEquals(4 * moved.size() + 1, evaluations.get());
    return moved;
  }

  @Test
  void float32IsRefused() {
    INDArray single = x.castTo(DataType.FLOAT);
    Exception values =
        assertThrows(IllegalArgumentException.class, () -> new Variable("W1", single, gradient()));
    assertEquals(
        "a gradient check needs float64, but W1 is FLOAT: differences of float32 are rounded too"
            + " much to prove anything. Check network.as(DataType.DOUBLE)",
        values.getMessage());
    Exception gradient =
        assertThrows(IllegalArgumentException.class, () -> new Variable("W1", x, single));
    assertTrue(gradient.getMessage().contains("the gradient by W1 is FLOAT"));
  }

  @Test
  void gradientOfAnotherShapeIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Variable("x", x, gradient().transpose()));
  }

  @Test
  void viewsAreCheckedInPlace() {
    INDArray all = Nd4j.rand(DataType.DOUBLE, 5, 6);
    INDArray view =
        all.get(
            org.nd4j.linalg.indexing.NDArrayIndex.interval(1, 4),
            org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2, 6));
    GradientReport report =
        GradientCheck.ofAllEntries()
            .check(
                () -> all.mul(all).sumNumber().doubleValue(),
                List.of(new Variable("part", view.transpose(), view.transpose().mul(2))));
    assertTrue(report.passed(), report::toString);
    assertEquals(9, report.of("part").entries());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void toleranceMustBePositive(double relative) {
    assertThrows(IllegalArgumentException.class, () -> new Tolerance(relative));
  }

  @Test
  void checkOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> GradientCheck.ofSample(0, 1));
    GradientReport report = check(gradient());
    assertThrows(IllegalArgumentException.class, () -> report.of("W9"));
  }
}
