package org.twinprop.trainer.evaluation.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether one of two classifiers is right more often about the same examples (McNemar 1947, Note on
 * the Sampling Error of the Difference Between Correlated Proportions). Only examples about which
 * one is right and the other wrong tell them apart.
 */
public final class McNemar {
  /** Below this many telling examples the binomial distribution is used itself. */
  private static final long EXACT_BELOW = 1_000;

  private McNemar() {}

  /**
   * @param onlyFirst examples that only the first gets right
   * @param onlySecond examples that only the second gets right
   * @return {@link Significance#NONE} where no example tells them apart
   */
  public static Significance test(long onlyFirst, long onlySecond) {
    long telling = onlyFirst + onlySecond;
    if (telling == 0) {
      return Significance.NONE;
    }
    if (telling < EXACT_BELOW) {
      double pValue =
          BinomialTest.withDefaults().test((int) telling, (int) onlyFirst, 0.5).getPValue();
      return new Significance("McNemar's exact", Double.NaN, pValue);
    }
    double statistic = Math.pow(onlyFirst - onlySecond, 2) / telling;
    double pValue = ChiSquaredDistribution.of(1).survivalProbability(statistic);
    return new Significance("McNemar's", statistic, pValue);
  }
}
