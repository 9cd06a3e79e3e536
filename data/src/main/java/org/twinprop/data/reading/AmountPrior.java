package org.twinprop.data.reading;

/**
 * How likely an amount is before anything is seen of it: many are of whole dollars. Of those that
 * checks are made with here it is a quarter; a little less is supposed.
 */
final class AmountPrior {
  private static final double WHOLE_DOLLARS = 0.2;
  private static final String NO_CENTS = "00";

  private AmountPrior() {}

  /** The logarithm of how many times as likely these cents are as any others. */
  static double logarithm(String cents) {
    double any = (1 - WHOLE_DOLLARS) / 100;
    return cents.equals(NO_CENTS) ? Math.log((WHOLE_DOLLARS + any) / any) : 0;
  }
}
