package org.twinprop.experiments.search;

import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/** Where an error may well lie, judged by so many examples. */
final class ErrorInterval {
  private ErrorInterval() {}

  /**
   * Wilson's 95% interval of an error rate; a root mean squared error stands without one.
   *
   * @param n examples
   */
  static Estimate of(double error, long n, boolean regression) {
    return regression
        ? new Estimate(error, Double.NaN, Double.NaN)
        : Wilson.rate(Math.round(error * n), n);
  }
}
