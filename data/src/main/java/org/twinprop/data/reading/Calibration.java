package org.twinprop.data.reading;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How probable it is that an amount is right, given its evidence: a logistic regression, fitted to
 * made amounts by people whom the classifier did not learn from.
 *
 * <p>p = 1 / (1 + exp(-(intercept + weights . features))), the features being those of {@link
 * Evidence}: log-odds against all else, log-odds against the next amount, logarithm of the least
 * probable digit, mean logarithm of a sign, number of digits. Source: Platt, "Probabilistic Outputs
 * for Support Vector Machines and Comparisons to Regularized Likelihood Methods" (1999), section 2,
 * with several features in place of one margin.
 *
 * @param intercept b
 * @param weights w, in the order of the features
 * @param amounts that it was fitted to; 0 if to none
 * @param wrong of these
 */
public record Calibration(double intercept, List<Double> weights, int amounts, int wrong) {
  /** Takes the odds against all else at their word. */
  public static final Calibration NONE = new Calibration(0, List.of(1.0, 0.0, 0.0, 0.0, 0.0), 0, 0);

  private static final int FEATURES = 5;

  /**
   * Keeps an unmodifiable copy of the list.
   *
   * @throws IllegalArgumentException if it is not one finite weight for each feature
   */
  public Calibration {
    weights = List.copyOf(weights);
    if (weights.size() != FEATURES
        || !Double.isFinite(intercept)
        || !weights.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a calibration has %d finite weights, not %s".formatted(FEATURES, weights));
    }
  }

  /** From 0 to 1. */
  double probability(Evidence evidence) {
    double[] features = evidence.features();
    double logit =
        intercept
            + IntStream.range(0, FEATURES).mapToDouble(i -> weights.get(i) * features[i]).sum();
    return 1 / (1 + Math.exp(-logit));
  }
}
