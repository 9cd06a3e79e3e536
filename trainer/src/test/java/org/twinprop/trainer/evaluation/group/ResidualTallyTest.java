package org.twinprop.trainer.evaluation.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResidualTallyTest {
  @Test
  void aPredictionThatIsTooHighHasAResidualAboveZero() {
    ResidualTally tally = new ResidualTally(1);
    tally.add(10, 13);
    tally.add(20, 21);
    tally.add(5, 7);
    Residuals residuals = tally.residuals();
    assertEquals(2, residuals.median());
    assertEquals(1.5, residuals.percentile25());
    assertEquals(
        List.of(
            new PredictedNumber(5, 7), new PredictedNumber(10, 13), new PredictedNumber(20, 21)),
        residuals.sample());
    assertEquals(3, residuals.sample().get(1).residual());
  }

  /** 2,000 times 100 of 400 rows: each should be drawn about 500 times, give or take 19. */
  @Test
  void everyExampleHasTheSameChanceToBeShown() {
    int[] drawn = new int[400];
    for (int seed = 0; seed < 2_000; seed++) {
      ResidualTally tally = new ResidualTally(seed);
      for (int row = 0; row < drawn.length; row++) {
        tally.add(row, 0);
      }
      List<PredictedNumber> sample = tally.residuals().sample();
      assertEquals(100, sample.size());
      sample.forEach(one -> drawn[(int) one.target()]++);
    }
    for (int count : drawn) {
      assertTrue(Math.abs(count - 500) < 100, () -> "drawn " + count + " times");
    }
  }

  @Test
  void everyGroupOfARegressionHasItsResiduals() {
    Audit audit =
        RegressionAudit.of(
            Tables.regression(
                List.of("a", "a", "b", "b"), new double[] {1, 2, 3, 4}, new double[] {2, 3, 1, 2}),
            new AuditSettings(null, Map.of(), 1, 7, 50));
    ColumnAudit column = audit.columns().get(0);
    assertEquals(1, column.group("a").residuals().median());
    assertEquals(-2, column.group("b").residuals().median());
    assertEquals(-0.5, audit.overall().residuals().median());
  }
}
