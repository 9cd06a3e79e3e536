package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How a measure varies over repetitions: folds, or seeds.
 *
 * @param n repetitions, at least 1
 * @param mean of them
 * @param deviation their standard deviation, with n - 1 below; NaN of a single one
 * @param lowest of them
 * @param highest of them
 */
public record Spread(int n, double mean, double deviation, double lowest, double highest) {
  private static final double UPPER = 0.975;

  /**
   * @param values at least one
   */
  public static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    int n = values.length;
    return new Spread(
        n,
        mean,
        n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN,
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow());
  }

  /**
   * The 95% interval of the mean over all repetitions that there could be, if these are independent
   * and nearly normal: mean ± t deviation / sqrt(n), with Student's t of n - 1 degrees of freedom
   * (Student 1908). Without ends where there is a single repetition.
   */
  public Estimate meanInterval() {
    if (n < 2) {
      return new Estimate(mean, Double.NaN, Double.NaN);
    }
    double half =
        TDistribution.of(n - 1).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(n);
    return new Estimate(mean, mean - half, mean + half);
  }
}
