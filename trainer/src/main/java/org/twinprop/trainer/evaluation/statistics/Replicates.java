package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;

/** What a statistic came to in each resample of a bootstrap. */
public final class Replicates {
  private static final double TAIL = 0.025;

  private Replicates() {}

  /**
   * The percentile interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section
   * 13.3).
   *
   * @param value as observed
   * @param replicates in any order; those without a value (NaN) are passed over
   * @return without an interval where more than half of the replicates have no value
   */
  public static Estimate interval(double value, double[] replicates) {
    if (Double.isNaN(value)) {
      return Estimate.NONE;
    }
    double[] sorted = Arrays.stream(replicates).filter(one -> !Double.isNaN(one)).toArray();
    if (2 * sorted.length <= replicates.length) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new Estimate(
        value, sorted[(int) Math.round(TAIL * last)], sorted[(int) Math.round((1 - TAIL) * last)]);
  }
}
