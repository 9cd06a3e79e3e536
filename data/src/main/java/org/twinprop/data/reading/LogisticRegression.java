package org.twinprop.data.reading;

import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Logistic regression of a yes or no on a few numbers, by Newton's method: w <- w + (X^T R X +
 * Lambda)^-1 (X^T (t - p) - Lambda w), with R = diag(p (1 - p)) and a penalty on all but the
 * intercept. Numbers are standardised first.
 *
 * <p>Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.3. The targets
 * are those of Platt (1999), section 2.2: (N+ + 1) / (N+ + 2) and 1 / (N- + 2), so that examples
 * which can be told apart without error do not make it infinitely sure.
 *
 * @param intercept of the numbers as they are
 * @param weights of the numbers as they are
 */
record LogisticRegression(double intercept, double[] weights) {
  private static final int STEPS = 50;
  private static final double PENALTY = 1;

  /**
   * @param rows the numbers of each example
   * @param yes what is true of each
   */
  static LogisticRegression of(List<double[]> rows, boolean[] yes) {
    int features = rows.get(0).length;
    double[] means = new double[features];
    double[] deviations = new double[features];
    for (int j = 0; j < features; j++) {
      int column = j;
      double[] values = rows.stream().mapToDouble(row -> row[column]).toArray();
      means[j] = Arrays.stream(values).average().orElseThrow();
      double mean = means[j];
      double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
      deviations[j] = Math.max(1e-6, Math.sqrt(variance));
    }
    SimpleMatrix x = new SimpleMatrix(rows.size(), features + 1);
    for (int i = 0; i < rows.size(); i++) {
      x.set(i, 0, 1);
      for (int j = 0; j < features; j++) {
        x.set(i, j + 1, (rows.get(i)[j] - means[j]) / deviations[j]);
      }
    }
    SimpleMatrix w = newton(x, targets(yes));
    double[] weights = new double[features];
    double intercept = w.get(0);
    for (int j = 0; j < features; j++) {
      weights[j] = w.get(j + 1) / deviations[j];
      intercept -= weights[j] * means[j];
    }
    return new LogisticRegression(intercept, weights);
  }

  private static SimpleMatrix targets(boolean[] yes) {
    int positive = 0;
    for (boolean one : yes) {
      positive += one ? 1 : 0;
    }
    SimpleMatrix targets = new SimpleMatrix(yes.length, 1);
    for (int i = 0; i < yes.length; i++) {
      targets.set(
          i, yes[i] ? (positive + 1.0) / (positive + 2) : 1.0 / (yes.length - positive + 2));
    }
    return targets;
  }

  private static SimpleMatrix newton(SimpleMatrix x, SimpleMatrix targets) {
    SimpleMatrix w = new SimpleMatrix(x.getNumCols(), 1);
    SimpleMatrix penalty = SimpleMatrix.identity(x.getNumCols()).scale(PENALTY);
    penalty.set(0, 0, 1e-6);
    for (int step = 0; step < STEPS; step++) {
      SimpleMatrix p = x.mult(w).negative().elementExp().plus(1).elementPower(-1);
      SimpleMatrix weighted = x.copy();
      for (int i = 0; i < x.getNumRows(); i++) {
        double r = p.get(i) * (1 - p.get(i));
        for (int j = 0; j < x.getNumCols(); j++) {
          weighted.set(i, j, r * x.get(i, j));
        }
      }
      SimpleMatrix slope = x.transpose().mult(targets.minus(p)).minus(penalty.mult(w));
      w = w.plus(x.transpose().mult(weighted).plus(penalty).solve(slope));
    }
    return w;
  }
}
