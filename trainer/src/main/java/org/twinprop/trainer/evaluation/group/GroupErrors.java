package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.DetectableDifference;
import org.twinprop.trainer.evaluation.statistics.ErrorIndependence;
import org.twinprop.trainer.evaluation.statistics.MeanDifference;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * The errors of one group as tests see them.
 *
 * @param group its name
 * @param n examples
 * @param errors misclassified examples; 0 in a regression
 * @param mean error rate, or mean absolute error
 * @param variance of the errors of single examples
 */
record GroupErrors(String group, long n, long errors, double mean, double variance) {
  static GroupErrors of(String group, ConfusionMatrix confusion) {
    long n = confusion.n();
    long errors = n - confusion.correct();
    double rate = (double) errors / n;
    return new GroupErrors(group, n, errors, rate, rate * (1 - rate));
  }

  static GroupErrors of(String group, ErrorSums sums) {
    return new GroupErrors(
        group, sums.n(), 0, sums.meanAbsoluteError(), sums.absoluteErrorVariance());
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
