package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  @Test
  void theWeightsThatMadeTheAnswersAreFound() {
    SplittableRandom random = new SplittableRandom(1);
    int n = 20_000;
    List<double[]> rows = new ArrayList<>();
    boolean[] yes = new boolean[n];
    for (int i = 0; i < n; i++) {
      double a = random.nextDouble(-2, 2);
      double b = random.nextDouble(10, 14);
      rows.add(new double[] {a, b});
      yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(-5 + 1.5 * a + 0.5 * b)));
    }
    LogisticRegression fit = LogisticRegression.of(rows, yes);
    assertEquals(1.5, fit.weights()[0], 0.1);
    assertEquals(0.5, fit.weights()[1], 0.1);
    assertEquals(-5, fit.intercept(), 1);
  }

  @Test
  void answersThatAreAllTheSameStillHaveFiniteOdds() {
    List<double[]> rows = List.of(new double[] {1}, new double[] {2}, new double[] {3});
    LogisticRegression fit = LogisticRegression.of(rows, new boolean[] {true, true, true});
    double logit = fit.intercept() + 2 * fit.weights()[0];
    // Platt's target of three that are right is 4/5
    assertEquals(Math.log(4), logit, 1e-3);
  }

  @Test
  void withoutCalibrationTheOddsAreTakenAtTheirWord() {
    Evidence evidence = new Evidence(Math.log(9), 3, -1, -1, 5);
    assertEquals(0.9, Calibration.NONE.probability(evidence), 1e-12);
    assertTrue(Calibration.NONE.probability(new Evidence(-3, 0, 0, 0, 3)) < 0.1);
  }
}
