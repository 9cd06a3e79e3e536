package org.twinprop.trainer.evaluation.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/** Whether two means differ: Welch's t-test (Welch 1947), which lets variances differ too. */
public final class MeanDifference {
  private static final double UPPER = 0.975;

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

  /**
   * The 95% interval that goes with the test, with the degrees of freedom of Welch and
   * Satterthwaite.
   *
   * @return the difference without an interval where the test could not be made
   */
  public static Estimate interval(
      double mean1, double variance1, long n1, double mean2, double variance2, long n2) {
    double one = variance1 / n1;
    double other = variance2 / n2;
    double difference = mean1 - mean2;
    if (Math.min(n1, n2) < 2 || !(one + other > 0)) {
      return new Estimate(difference, Double.NaN, Double.NaN);
    }
    double freedom =
        (one + other) * (one + other) / (one * one / (n1 - 1) + other * other / (n2 - 1));
    double half = TDistribution.of(freedom).inverseCumulativeProbability(UPPER);
    half *= Math.sqrt(one + other);
    return new Estimate(difference, difference - half, difference + half);
  }
}
