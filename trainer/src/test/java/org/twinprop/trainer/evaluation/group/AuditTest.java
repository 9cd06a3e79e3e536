package org.twinprop.trainer.evaluation.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.statistics.Estimate;

class AuditTest {
  private final Map<String, ClassificationTally> groups = new LinkedHashMap<>();

  private ColumnAudit audit(Map<String, String> references) {
    return ClassificationAudit.of(
            new GroupedTallies<>(Tables.tally(1000, 150), Map.of("race", groups)),
            List.of("0", "1"),
            new AuditSettings("1", references, 10, 42, 2_000))
        .columns()
        .get(0);
  }

  private ColumnAudit audit() {
    return audit(Map.of());
  }

  @Test
  void aSmallGroupIsShownAndNotComparedWith() {
    groups.put("A", Tables.tally(400, 40));
    groups.put("B", Tables.tally(300, 90));
    groups.put("C", Tables.tally(9, 9));
    ColumnAudit column = audit();
    assertEquals(3, column.groups().size());
    assertTrue(column.group("C").small());
    assertEquals("B", column.worst());
    assertEquals("A", column.best());
    assertEquals(1, column.test().pairs().size());
  }

  @Test
  void theLargestGroupIsTheReferenceUnlessAnotherIsNamed() {
    groups.put("A", Tables.tally(300, 40));
    groups.put("B", Tables.tally(400, 90));
    assertEquals("B", audit().reference());
    assertEquals("A", audit(Map.of("race", "A")).reference());
  }

  @Test
  void oneGroupAloneIsNotCompared() {
    groups.put("A", Tables.tally(300, 40));
    ColumnAudit column = audit();
    assertFalse(column.isCompared());
    assertNull(column.reference());
    assertEquals(40.0 / 300, column.group("A").metric("error_rate").value(), 1e-15);
  }

  /** A bootstrap of rates of 0 and 1 would never vary. */
  @Test
  void groupsThatAreAllRightOrAllWrongHaveAnIntervalToo() {
    groups.put("A", Tables.tally(20, 0));
    groups.put("B", Tables.tally(20, 20));
    ColumnAudit column = audit();
    Estimate difference = column.disparity("error_rate_difference").estimate();
    assertEquals(1, difference.value());
    assertEquals(0.77214, difference.low(), 1e-5); // statsmodels, newcomb
    assertEquals(1, difference.high(), 1e-12);
    Estimate ratio = column.disparity("error_rate_ratio").estimate();
    assertEquals(0, ratio.value());
    assertTrue(Double.isNaN(ratio.low()), "nothing varies that a ratio could follow");
    assertTrue(Double.isNaN(column.disparity("equalized_odds_difference").estimate().low()));
  }

  /** Groups C and D are few: the largest gap is theirs, and is not shown; that of A and B is. */
  @Test
  void theShownPairIsOneThatItsTestFound() {
    groups.put("A", Tables.tally(2_000, 200));
    groups.put("B", Tables.tally(2_000, 400));
    groups.put("C", Tables.tally(10, 3));
    groups.put("D", Tables.tally(10, 0));
    ColumnTest test = audit().test();
    assertEquals("C", test.highest());
    PairTest pair = test.shownPair().orElseThrow();
    assertEquals("A", pair.group());
    assertEquals("B", pair.comparedWith());
    assertTrue(pair.difference().high() < 0);
  }

  @Test
  void predictionsThatAreTooHighForSomeAndTooLowForOthersAreFound() {
    int n = 400;
    double[] targets = new double[n];
    double[] predictions = new double[n];
    String[] names = new String[n];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < n; i++) {
      names[i] = i % 2 == 0 ? "high" : "low";
      targets[i] = 50 + 10 * random.nextDouble();
      double size = 1 + random.nextDouble();
      predictions[i] = targets[i] + (i % 2 == 0 ? size : -size);
    }
    ColumnAudit column =
        RegressionAudit.of(
                Tables.regression(List.of(names), targets, predictions),
                new AuditSettings(null, Map.of(), 10, 1, 2_000))
            .columns()
            .get(0);
    assertFalse(column.test().found(), "off as far on average");
    ColumnTest bias = column.tests().get(1);
    assertEquals("bias", bias.rate());
    assertTrue(bias.found());
    assertEquals("high", bias.highest());
    assertEquals("low", bias.lowest());
  }

  /** Independent groups: the normal interval of a difference is close for hundreds of examples. */
  @Test
  void theIntervalOfADifferenceHasTheRightWidth() {
    groups.put("A", Tables.tally(900, 90));
    groups.put("B", Tables.tally(800, 160));
    Estimate difference = audit().disparity("error_rate_difference").estimate();
    double half = 1.96 * Math.sqrt(0.1 * 0.9 / 900 + 0.2 * 0.8 / 800);
    assertEquals(0.1, difference.value(), 1e-12);
    assertEquals(0.1 - half, difference.low(), 0.1 * half);
    assertEquals(0.1 + half, difference.high(), 0.1 * half);
  }

  @Test
  void otherColumnsDoNotChangeTheNumbersOfOne() {
    groups.put("A", Tables.tally(300, 40));
    groups.put("B", Tables.tally(400, 90));
    ColumnAudit alone = audit();
    Map<String, Map<String, ClassificationTally>> both = new LinkedHashMap<>();
    both.put("age", Map.of("old", Tables.tally(350, 65), "young", Tables.tally(350, 65)));
    both.put("race", groups);
    Audit together =
        ClassificationAudit.of(
            new GroupedTallies<>(Tables.tally(700, 130), both),
            List.of("0", "1"),
            new AuditSettings("1", Map.of(), 10, 42, 2_000));
    assertEquals(alone.disparities(), together.columns().get(1).disparities());
  }

  /** Beyond 500 examples a regression resamples blocks: about the same interval as of examples. */
  @Test
  void blocksGiveTheIntervalOfAMean() {
    SplittableRandom random = new SplittableRandom(9);
    int n = 20_000;
    double[] targets = new double[n];
    double[] predictions = new double[n];
    for (int i = 0; i < n; i++) {
      targets[i] = 1_000 + 100 * random.nextDouble();
      predictions[i] = targets[i] + 20 * (random.nextDouble() - 0.5);
    }
    GroupedTallies<RegressionTally> tallies =
        Tables.regression(Collections.nCopies(n, "all"), targets, predictions);
    Estimate bias =
        RegressionAudit.of(tallies, new AuditSettings(null, Map.of(), 10, 1, 2_000))
            .overall()
            .metric("bias");
    double half = 1.96 * 20 / Math.sqrt(12.0 * n);
    assertEquals(2 * half, bias.high() - bias.low(), 0.2 * half);
    assertTrue(bias.low() < bias.value() && bias.value() < bias.high());
  }

  @Test
  void targetsWithoutSpreadHaveNoR2() {
    double[] same = {5, 5, 5, 5};
    GroupedTallies<RegressionTally> tallies =
        Tables.regression(List.of("a", "a", "a", "a"), same, new double[] {4, 5, 6, 5});
    GroupMetrics all =
        RegressionAudit.of(tallies, new AuditSettings(null, Map.of(), 10, 1, 2_000)).overall();
    assertFalse(all.metric("r2").exists());
    assertEquals(0.5, all.metric("mae").value(), 1e-15);
  }
}
