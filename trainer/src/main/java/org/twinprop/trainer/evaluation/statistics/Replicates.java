package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;

/** What a statistic came to in each resample of a bootstrap. */
public final class Replicates {
  private static final double TAIL = 0.025;
  private static final double ROUNDING = 1e-12;

  private Replicates() {}

  /**
   * The percentile interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section
   * 13.3).
   *
   * @param value as observed
   * @param replicates in any order; those without a value (NaN) are passed over
   * @return without an interval where more than half of the replicates have no value, or where they
   *     are all alike: what cannot vary from draw to draw does not tell how sure it is
   */
  public static Estimate interval(double value, double[] replicates) {
    return isConstant(replicates)
        ? new Estimate(value, Double.NaN, Double.NaN)
        : percentiles(value, replicates);
  }

  /** The same, with ends that are alike where the replicates are. */
  public static Estimate percentiles(double value, double[] replicates) {
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

  /** Whether replicates are all alike, but for rounding. */
  public static boolean isConstant(double[] replicates) {
    double[] known = Arrays.stream(replicates).filter(one -> !Double.isNaN(one)).toArray();
    return known.length == 0
        || isConstant(
            Arrays.stream(known).min().orElseThrow(), Arrays.stream(known).max().orElseThrow());
  }

  private static boolean isConstant(double lowest, double highest) {
    return highest - lowest <= ROUNDING * Math.max(Math.abs(lowest), Math.abs(highest));
  }

  /** Twice the share of replicates on the rarer side of 0, the observed one among them. */
  public static double twoSided(double[] replicates) {
    int notAbove = 1;
    int notBelow = 1;
    for (double one : replicates) {
      notAbove += one <= 0 ? 1 : 0;
      notBelow += one >= 0 ? 1 : 0;
    }
    return Math.min(1, 2.0 * Math.min(notAbove, notBelow) / (replicates.length + 1));
  }
}
