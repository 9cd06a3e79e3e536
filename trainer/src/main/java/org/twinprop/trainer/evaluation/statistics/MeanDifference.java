package org.twinprop.trainer.evaluation.statistics;

import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/** Whether two means differ: Welch's t-test (Welch 1947), which lets variances differ too. */
public final class MeanDifference {
  private MeanDifference() {}

  /**
   * @param mean1 of n1 values with this variance
   * @param mean2 of n2 values with this variance
   * @return {@link Significance#NONE} where fewer than two values, or no variance, allow no test
   */
  public static Significance test(
      double mean1, double variance1, long n1, double mean2, double variance2, long n2) {
    if (Math.min(n1, n2) < 2 || !(variance1 / n1 + variance2 / n2 > 0)) {
      return Significance.NONE;
    }
    TTest.Result result =
        TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(mean1, variance1, n1, mean2, variance2, n2);
    return new Significance("Welch's t", result.getStatistic(), result.getPValue());
  }
}
