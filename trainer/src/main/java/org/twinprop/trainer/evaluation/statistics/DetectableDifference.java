package org.twinprop.trainer.evaluation.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The smallest difference that a comparison of so many examples would have found with 80%
 * probability, so that "no difference found" is not read as "no difference": for two rates by
 * Fleiss, Levin and Paik (Statistical Methods for Rates and Proportions, 2003, section 4.2, without
 * continuity correction), for two means by the normal approximation.
 */
public final class DetectableDifference {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double LEVEL = NORMAL.inverseSurvivalProbability(0.025);
  private static final double POWER = NORMAL.inverseCumulativeProbability(0.8);
  private static final int HALVINGS = 100;

  private DetectableDifference() {}

  /**
   * By how much a rate would have to lie above another.
   *
   * @param rate the lower one, in [0, 1]
   * @param n1 examples of the lower one
   * @param n2 examples of the higher one
   * @return NaN where not even a rate of 1 would have been found, or where none can lie above
   */
  public static double ofRates(double rate, long n1, long n2) {
    double none = 0;
    double found = 1 - rate;
    if (found == 0 || !isFound(found, rate, n1, n2)) {
      return Double.NaN;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (none + found) / 2;
      if (isFound(middle, rate, n1, n2)) {
        found = middle;
      } else {
        none = middle;
      }
    }
    return found;
  }

  private static boolean isFound(double difference, double rate, long n1, long n2) {
    double other = rate + difference;
    double pooled = (n1 * rate + n2 * other) / (n1 + n2);
    double withoutDifference = Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2));
    double withDifference = Math.sqrt(rate * (1 - rate) / n1 + other * (1 - other) / n2);
    return difference >= LEVEL * withoutDifference + POWER * withDifference;
  }

  /**
   * By how much two means would have to differ.
   *
   * @param variance1 of single values of the first, n1 of them
   * @param variance2 of single values of the second, n2 of them
   */
  public static double ofMeans(double variance1, long n1, double variance2, long n2) {
    return (LEVEL + POWER) * Math.sqrt(variance1 / n1 + variance2 / n2);
  }
}
