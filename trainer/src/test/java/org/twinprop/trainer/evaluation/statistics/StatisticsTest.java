package org.twinprop.trainer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.trainer.evaluation.ExpectedValues.counts;
import static org.twinprop.trainer.evaluation.ExpectedValues.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.ExpectedValues;

/** Intervals and tests against SciPy and statsmodels. */
class StatisticsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void wilsonsIntervalIsThatOfSciPy() {
    for (JsonNode one : ExpectedValues.get("wilson")) {
      Estimate rate = Wilson.rate(one.get("count").longValue(), one.get("n").longValue());
      assertEquals(one.get("low").doubleValue(), rate.low(), CLOSE);
      assertEquals(one.get("high").doubleValue(), rate.high(), CLOSE);
    }
  }

  @Test
  void newcombesIntervalOfTwoGroupsIsThatOfStatsmodels() {
    for (JsonNode one : ExpectedValues.get("newcombe")) {
      Estimate difference =
          Newcombe.independent(
              Wilson.rate(one.get("count1").longValue(), one.get("n1").longValue()),
              Wilson.rate(one.get("count2").longValue(), one.get("n2").longValue()));
      assertEquals(one.get("low").doubleValue(), difference.low(), CLOSE);
      assertEquals(one.get("high").doubleValue(), difference.high(), CLOSE);
    }
  }

  @Test
  void newcombesIntervalOfThePairedIsTheFormula() {
    for (JsonNode one : ExpectedValues.get("newcombe_paired")) {
      long[] counts = counts(one.get("counts"));
      Estimate difference = Newcombe.paired(counts[0], counts[1], counts[2], counts[3]);
      assertEquals(one.get("low").doubleValue(), difference.low(), CLOSE);
      assertEquals(one.get("high").doubleValue(), difference.high(), CLOSE);
    }
  }

  /** The first rows of the tables of both papers, to four places. */
  @Test
  void newcombesIntervalsAreThoseThatHePublished() {
    Estimate independent = Newcombe.independent(Wilson.rate(56, 70), Wilson.rate(48, 80));
    assertEquals(0.0524, independent.low(), 5e-5);
    assertEquals(0.3339, independent.high(), 5e-5);
    Estimate paired = Newcombe.paired(36, 12, 2, 0);
    assertEquals(0.0569, paired.low(), 5e-5);
    assertEquals(0.3404, paired.high(), 5e-5);
  }

  /** All signs of 3, 1, 1 and -1: of 16 sums, 8 are 4 or 6 away from 0. */
  @Test
  void signFlipsOfFewUnitsAreGoneThrough() {
    Significance result = SignFlips.test(new double[] {3, 0, 1, 1, -1}, 1);
    assertEquals(8.0 / 16, result.pValue(), 1e-15);
    assertEquals(Significance.NONE, SignFlips.test(new double[] {0, 0}, 1));
  }

  /** Units of one example each: the sign test, which is McNemar's exact one. */
  @Test
  void signFlipsOfSingleExamplesAreMcNemarsTest() {
    double[] differences = new double[60];
    Arrays.fill(differences, 0, 24, 1);
    Arrays.fill(differences, 24, 36, -1);
    double exact = McNemar.test(12, 24).pValue();
    double error = Math.sqrt(exact * (1 - exact) / SignFlips.TOSSES);
    assertEquals(exact, SignFlips.test(differences, 3).pValue(), 4 * error + 1e-4);
  }

  @Test
  void drawsThatCannotVaryGiveNoInterval() {
    Estimate estimate = Replicates.interval(1, new double[] {1, 1, 1 + 1e-15, 1});
    assertEquals(1, estimate.value());
    assertTrue(Double.isNaN(estimate.low()) && Double.isNaN(estimate.high()));
  }

  @Test
  void aRateOfNobodyIsNone() {
    assertFalse(Wilson.rate(0, 0).exists());
  }

  @Test
  void chiSquareIsThatOfSciPy() {
    for (JsonNode one : ExpectedValues.get("chi_square")) {
      long[] n = counts(one.get("n"));
      Significance result = ErrorIndependence.test(counts(one.get("errors")), n, 1);
      if (result.test().equals("chi-square")) {
        assertEquals(one.get("p_value").doubleValue(), result.pValue(), CLOSE);
      }
      assertEquals(one.get("statistic").doubleValue(), result.statistic(), CLOSE);
    }
  }

  @Test
  void fewExpectedErrorsOfTwoGroupsAreTestedExactly() {
    for (JsonNode one : ExpectedValues.get("fisher")) {
      Significance result =
          ErrorIndependence.test(counts(one.get("errors")), counts(one.get("n")), 1);
      assertEquals("Fisher's exact", result.test());
      assertEquals(one.get("p_value").doubleValue(), result.pValue(), CLOSE);
    }
  }

  /** Against the sum over all tables, within four standard errors of the simulation. */
  @Test
  void fewExpectedErrorsOfSeveralGroupsAreTestedBySimulation() {
    for (JsonNode one : ExpectedValues.get("tables")) {
      double exact = one.get("p_value").doubleValue();
      Significance result =
          ErrorIndependence.test(counts(one.get("errors")), counts(one.get("n")), 7);
      assertEquals("exact by simulation", result.test());
      double error = Math.sqrt(exact * (1 - exact) / ErrorIndependence.TABLES);
      assertEquals(exact, result.pValue(), 4 * error + 1e-4);
    }
  }

  @Test
  void withoutErrorsThereIsNothingToTest() {
    assertEquals(
        Significance.NONE, ErrorIndependence.test(new long[] {0, 0}, new long[] {50, 60}, 1));
  }

  @Test
  void mcNemarIsThatOfStatsmodels() {
    for (JsonNode one : ExpectedValues.get("mcnemar")) {
      Significance result =
          McNemar.test(one.get("only_first").longValue(), one.get("only_second").longValue());
      assertEquals(one.get("p_value").doubleValue(), result.pValue(), CLOSE);
    }
  }

  @Test
  void holmsCorrectionIsThatOfStatsmodels() {
    JsonNode holm = ExpectedValues.get("holm");
    assertArrayEquals(
        numbers(holm.get("adjusted")), Holm.adjusted(numbers(holm.get("p_values"))), 1e-12);
  }

  @Test
  void aTestThatCouldNotBeMadeDoesNotCountInTheCorrection() {
    assertArrayEquals(
        new double[] {0.02, Double.NaN, 0.04},
        Holm.adjusted(new double[] {0.01, Double.NaN, 0.04}));
  }

  @Test
  void theDetectableDifferenceSolvesItsEquation() {
    for (JsonNode one : ExpectedValues.get("detectable")) {
      double found =
          DetectableDifference.ofRates(
              one.get("rate").doubleValue(), one.get("n1").longValue(), one.get("n2").longValue());
      assertEquals(one.get("difference").doubleValue(), found, CLOSE);
    }
  }

  @Test
  void tooFewExamplesCanDetectNothing() {
    assertTrue(Double.isNaN(DetectableDifference.ofRates(0.5, 3, 3)));
    assertTrue(Double.isNaN(DetectableDifference.ofRates(1, 500, 500)), "none lies above 1");
  }

  @Test
  void percentilesPassOverResamplesWithoutAValue() {
    double[] replicates = new double[1001];
    Arrays.setAll(replicates, i -> i / 1000.0);
    double[] withGaps = Arrays.copyOf(replicates, 1101);
    Arrays.fill(withGaps, 1001, 1101, Double.NaN);
    Estimate estimate = Replicates.interval(0.5, withGaps);
    assertEquals(0.025, estimate.low(), 1e-12);
    assertEquals(0.975, estimate.high(), 1e-12);
  }
}
