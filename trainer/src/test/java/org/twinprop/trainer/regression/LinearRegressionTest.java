package org.twinprop.trainer.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.Examples;
import org.twinprop.data.table.PlanInference;
import org.twinprop.data.table.Table;
import org.twinprop.data.table.TableExamples;
import org.twinprop.data.table.TableQuestion;

class LinearRegressionTest {
  private static final int ROWS = 200;

  /** y = 3 a + 5 b + 7 (b - a) and noise, where b is a but for a noise of its own. */
  private static Examples table(double apart, double scale, double shift) {
    SplittableRandom random = new SplittableRandom(1);
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double a = random.nextDouble();
      double own = random.nextDouble();
      double y = 3 * a + 7 * own + 0.1 * random.nextDouble();
      rows.add(
          new String[] {
            Double.toString(scale * (a + shift)),
            Double.toString(a + apart * own),
            Double.toString(scale * scale * y)
          });
    }
    Table table = new Table("some.csv", List.of("a", "b", "y"), rows);
    return new TableExamples(
        table, PlanInference.of(table, TableQuestion.of("y")), IntStream.range(0, ROWS).toArray());
  }

  private static LinearRegression regression(Examples examples) {
    return LinearRegression.of(examples, false, 1, () -> false);
  }

  /** With targets of 1e12, doubles themselves are farther apart than 1e-6. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1e6, 0", "1e-6, 0", "1e6, 1000", "1e-6, 1000"})
  void theVerdictDoesNotHangOnUnits(double scale, double shift) {
    try (LinearRegression line = regression(table(1, scale, shift))) {
      assertTrue(line.equal() && line.ok(), line.coefficients()::toString);
      assertTrue(line.largestDifference() < 1e-9, line.coefficients()::toString);
    }
  }

  @Test
  void aDescentThatCannotArriveIsNoMistake() {
    try (LinearRegression line = regression(table(1e-5, 1, 0))) {
      assertFalse(line.equal(), "arrived after " + line.steps());
      assertTrue(line.tooFlat() && line.ok());
    }
    try (LinearRegression line = regression(table(1, 1, 0))) {
      assertFalse(line.tooFlat());
    }
  }

  @Test
  void anEndBeforeItsTimeIsNoRightResult() {
    try (LinearRegression line = LinearRegression.of(table(1, 1, 0), false, 1, () -> true)) {
      assertEquals(0, line.steps());
      assertFalse(line.ok(), line.coefficients()::toString);
    }
  }

  @Test
  void itsChecksHaveItsName() {
    try (LinearRegression line = regression(table(1, 1, 0))) {
      assertFalse(line.verification().rows().isEmpty());
      line.verification()
          .rows()
          .forEach(row -> assertEquals("linear regression", row.layer(), row::toString));
    }
  }
}
