package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.DetectableDifference;
import org.twinprop.trainer.evaluation.statistics.ErrorIndependence;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.MeanDifference;
import org.twinprop.trainer.evaluation.statistics.Newcombe;
import org.twinprop.trainer.evaluation.statistics.Significance;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * The errors of one group as tests see them.
 *
 * @param group its name
 * @param n examples; of a regression whose examples come in units, those
 * @param errors misclassified examples; 0 in a regression
 * @param mean error rate, mean absolute error, or bias
 * @param variance of the errors of single examples
 */
record GroupErrors(String group, long n, long errors, double mean, double variance) {
  /**
   * @param rate a kind of error
   * @param k the class that it is about
   */
  static GroupErrors of(String group, ConfusionMatrix confusion, Rate rate, int k) {
    double value = rate.value(confusion, k);
    return new GroupErrors(
        group, rate.of(confusion, k), rate.count(confusion, k), value, value * (1 - value));
  }

  /**
   * @param metric the mean absolute error, or the bias
   */
  static GroupErrors of(String group, RegressionTally tally, RegressionMetric metric) {
    RegressionTally.Spread spread = tally.spread(metric);
    return new GroupErrors(group, spread.n(), 0, metric.value(tally.sums()), spread.variance());
  }

  /** By how much this mean lies above another: with the interval that goes with the test. */
  Estimate minus(GroupErrors other, boolean regression) {
    return regression
        ? MeanDifference.interval(mean, variance, n, other.mean, other.variance, other.n)
        : Newcombe.independent(Wilson.rate(errors, n), Wilson.rate(other.errors, other.n));
  }

  Significance test(GroupErrors other, boolean regression, long seed) {
    return regression
        ? MeanDifference.test(mean, variance, n, other.mean, other.variance, other.n)
        : ErrorIndependence.test(new long[] {errors, other.errors}, new long[] {n, other.n}, seed);
  }

  /**
   * @param rate from which a difference of rates is counted
   */
  double detectable(GroupErrors other, boolean regression, double rate) {
    return regression
        ? DetectableDifference.ofMeans(variance, n, other.variance, other.n)
        : DetectableDifference.ofRates(rate, n, other.n);
  }
}
