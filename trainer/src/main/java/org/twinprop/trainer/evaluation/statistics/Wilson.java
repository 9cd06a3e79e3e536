package org.twinprop.trainer.evaluation.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Wilson's 95% interval of a rate (Wilson 1927; Brown, Cai, DasGupta 2001, Interval Estimation for
 * a Binomial Proportion, section 3.1.1).
 */
public final class Wilson {
  private static final double ONE_MINUS_CONFIDENCE = 0.05;

  private Wilson() {}

  /**
   * @param count how many of {@code n}, at most 2^31 - 1
   * @return count / n; {@link Estimate#NONE} where n is 0
   */
  public static Estimate rate(long count, long n) {
    if (n == 0) {
      return Estimate.NONE;
    }
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(n), Math.toIntExact(count), ONE_MINUS_CONFIDENCE);
    return new Estimate((double) count / n, interval.getLowerBound(), interval.getUpperBound());
  }
}
