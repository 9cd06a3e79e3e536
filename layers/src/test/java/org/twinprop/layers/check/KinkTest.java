package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions of one number with kinks and jumps at known places. */
class KinkTest {
  enum Function {
    ABS(Math::abs),
    RELU(x -> Math.max(0, x)),
    MINUS_RELU(x -> -Math.max(0, x)),
    RELU_AND_SINE(x -> Math.max(0, x) + Math.sin(x)),
    SLIGHT(x -> x * x + 1e-4 * Math.abs(x)),
    STEP(x -> x >= 0 ? 1 : 0),
    ROOT(x -> Math.sqrt(Math.abs(x))),
    EXP(Math::exp),
    FAST(x -> Math.sin(300 * x)),
    FAINT(x -> 2e-5 * x + 1e-10 * Math.max(0, x - 1.5e-4)),
    NOWHERE(x -> Double.NaN);

    private final DoubleUnaryOperator f;

    Function(DoubleUnaryOperator f) {
      this.f = f;
    }
  }

  private static TensorCheck check(Function function, double at, double analytic) {
    INDArray x = Nd4j.createFromArray(at);
    Variable variable = new Variable("x", x, Nd4j.createFromArray(analytic));
    return GradientCheck.ofAllEntries()
        .check(() -> function.f.applyAsDouble(x.getDouble(0)), List.of(variable))
        .of("x");
  }

  @ParameterizedTest
  @CsvSource({
    "ABS, 0",
    "ABS, 1",
    "ABS, -1",
    "ABS, 0.3",
    "RELU, 0",
    "RELU, 1",
    "RELU, 0.5",
    "MINUS_RELU, 0",
    "MINUS_RELU, -1",
    "MINUS_RELU, -0.25",
    "RELU_AND_SINE, 1",
    "RELU_AND_SINE, 2",
    "RELU_AND_SINE, 1.5",
    "SLIGHT, 1e-4",
    "SLIGHT, -1e-4",
    "SLIGHT, 3e-5"
  })
  void subgradientAtKinkIsKink(Function function, double analytic) {
    TensorCheck found = check(function, 0, analytic);
    assertEquals(Verdict.KINK, found.verdict(), found::toString);
    assertEquals(1, found.kinks());
  }

  @ParameterizedTest
  @CsvSource({
    "ABS, 1.000001", "ABS, -1.5", "ABS, 1e6",
    "RELU, -0.000001", "RELU, 1.1", "RELU, -1",
    "MINUS_RELU, 0.1", "MINUS_RELU, -1.1", "MINUS_RELU, 1",
    "RELU_AND_SINE, 0.999999", "RELU_AND_SINE, 2.000001", "RELU_AND_SINE, 0",
    "SLIGHT, 1.01e-4", "SLIGHT, -2e-4"
  })
  void anythingElseAtKinkIsWrong(Function function, double analytic) {
    TensorCheck found = check(function, 0, analytic);
    assertEquals(Verdict.WRONG, found.verdict(), found::toString);
    assertEquals(analytic, found.worst().analytic());
  }

  @ParameterizedTest
  @CsvSource({"9e-4", "2e-4", "1e-5", "3e-7", "2e-8", "-7e-4", "-3e-6", "-1e-7"})
  void nearKinkOnlyTheGradientOfThatSideIsRight(double at) {
    double gradient = Math.signum(at);
    assertEquals(Verdict.OK, check(Function.ABS, at, gradient).verdict());
    assertEquals(0, check(Function.ABS, at, gradient).kinks());
    for (double wrong : new double[] {-gradient, 0, gradient * 1.0001}) {
      TensorCheck found = check(Function.ABS, at, wrong);
      assertEquals(Verdict.WRONG, found.verdict(), found::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"STEP, 0", "STEP, 1000", "STEP, 1e9", "ROOT, 0", "ROOT, 5", "NOWHERE, 0"})
  void whatHasNoSlopesIsWrong(Function function, double analytic) {
    TensorCheck found = check(function, 0, analytic);
    assertEquals(Verdict.WRONG, found.verdict(), found::toString);
    assertEquals(Double.POSITIVE_INFINITY, found.maxRelativeError());
  }

  @ParameterizedTest
  @CsvSource({"5e-4, 0, OK", "5e-4, 1, WRONG", "-2e-5, 0, OK", "-2e-5, 0.01, WRONG"})
  void jumpNearbyIsNoExcuse(double at, double analytic, Verdict verdict) {
    assertEquals(verdict, check(Function.STEP, at, analytic).verdict());
  }

  @Test
  void strongCurvatureIsNoError() {
    double gradient = 300 * Math.cos(30);
    assertEquals(Verdict.OK, check(Function.FAST, 0.1, gradient).verdict());
    assertEquals(Verdict.WRONG, check(Function.FAST, 0.1, gradient * 1.00001).verdict());
  }

  @Test
  void kinkNearbyThatHardlyPartsTheSlopesIsNoError() {
    assertEquals(Verdict.OK, check(Function.FAINT, 0, 2e-5).verdict());
    assertEquals(Verdict.WRONG, check(Function.FAINT, 0, 2e-5 + 3e-10).verdict());
    assertEquals(Verdict.WRONG, check(Function.FAINT, 0, 0).verdict());
  }

  @ParameterizedTest
  @CsvSource({"-3", "0", "0.3", "2", "20"})
  void smoothFunctionsHaveNoExcuse(double at) {
    double gradient = Math.exp(at);
    assertEquals(Verdict.OK, check(Function.EXP, at, gradient).verdict());
    assertEquals(Verdict.WRONG, check(Function.EXP, at, gradient * 1.000001).verdict());
    assertEquals(Verdict.WRONG, check(Function.EXP, at, -gradient).verdict());
    assertEquals(Verdict.WRONG, check(Function.EXP, at, 0).verdict());
    assertEquals(Verdict.WRONG, check(Function.EXP, at, Double.NaN).verdict());
  }
}
