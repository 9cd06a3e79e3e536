package org.twinprop.data.reading;

/**
 * What speaks for an amount that was read, and against it.
 *
 * @param margin the logarithm of the odds of its ways against all others and against there being no
 *     amount at all
 * @param runnerUp the logarithm of the odds against the next amount alone
 * @param worstDigit the logarithm of the least probability that the classifier gave to a digit
 * @param fit the best way's logarithm of a probability, for each of its signs
 * @param digits how many it has
 */
public record Evidence(
    double margin, double runnerUp, double worstDigit, double fit, double digits) {
  /** Beyond this, odds are all the same. */
  private static final double MOST = 16;

  /** The numbers that a calibration weighs, each bounded. */
  double[] features() {
    return new double[] {
      bounded(margin), bounded(runnerUp), bounded(worstDigit), bounded(fit), digits
    };
  }

  private static double bounded(double value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }
}
