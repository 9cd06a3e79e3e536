package org.twinprop.trainer.evaluation.group;

/**
 * Sums over examples of a regression, from which its metrics follow. Targets are counted from an
 * origin near them, so that their spread is not lost in rounding.
 */
final class ErrorSums {
  private static final int N = 0;
  private static final int ERROR = 1;
  private static final int ABSOLUTE_ERROR = 2;
  private static final int SQUARED_ERROR = 3;
  private static final int TARGET = 4;
  private static final int SQUARED_TARGET = 5;

  private final double[] sums = new double[6];

  /**
   * @param target minus the origin
   * @param error prediction minus target
   */
  void add(double target, double error) {
    sums[N]++;
    sums[ERROR] += error;
    sums[ABSOLUTE_ERROR] += Math.abs(error);
    sums[SQUARED_ERROR] += error * error;
    sums[TARGET] += target;
    sums[SQUARED_TARGET] += target * target;
  }

  void add(ErrorSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  long n() {
    return (long) sums[N];
  }

  double meanAbsoluteError() {
    return sums[ABSOLUTE_ERROR] / sums[N];
  }

  double rootMeanSquaredError() {
    return Math.sqrt(sums[SQUARED_ERROR] / sums[N]);
  }

  /** The mean of prediction minus target: above 0 where predictions are too high. */
  double bias() {
    return sums[ERROR] / sums[N];
  }

  /** The share of the targets' variance that predictions explain; NaN where targets have none. */
  double r2() {
    double total = sums[SQUARED_TARGET] - sums[TARGET] * sums[TARGET] / sums[N];
    boolean rounding = total <= 1e-14 * sums[SQUARED_TARGET];
    return n() < 2 || rounding ? Double.NaN : 1 - sums[SQUARED_ERROR] / total;
  }

  /**
   * Of errors around the bias, or of absolute errors around their mean: both have the same squares.
   *
   * @param mean the one or the other
   */
  double variance(double mean) {
    double squares = sums[SQUARED_ERROR] - sums[N] * mean * mean;
    boolean rounding = squares <= 1e-14 * sums[SQUARED_ERROR];
    return n() < 2 ? Double.NaN : (rounding ? 0 : squares) / (sums[N] - 1);
  }
}
