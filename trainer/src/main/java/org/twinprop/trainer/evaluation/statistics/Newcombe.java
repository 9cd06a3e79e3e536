package org.twinprop.trainer.evaluation.statistics;

/**
 * 95% intervals of the difference of two rates, made of Wilson's intervals of each. They do not
 * collapse where nobody, or everybody, of a group is counted.
 */
public final class Newcombe {
  private Newcombe() {}

  /**
   * Rates of two groups that have no example in common (Newcombe 1998, Interval Estimation for the
   * Difference Between Independent Proportions, Statistics in Medicine 17, 873-890, method 10).
   *
   * @param one a rate with Wilson's interval
   * @param other that which is taken from it
   * @return {@link Estimate#NONE} where one of them does not exist
   */
  public static Estimate independent(Estimate one, Estimate other) {
    return difference(one, other, 0);
  }

  /**
   * Two rates of the same examples (Newcombe 1998, Improved Confidence Intervals for the Difference
   * Between Binomial Proportions Based on Paired Data, Statistics in Medicine 17, 2635-2650, method
   * 10).
   *
   * @param both examples that are counted in both rates
   * @param onlyOne examples that are counted in the one rate alone
   * @param onlyOther examples that are counted in the other rate alone, which is taken from the one
   * @param neither examples that are counted in none of them
   * @return {@link Estimate#NONE} where there is no example
   */
  public static Estimate paired(long both, long onlyOne, long onlyOther, long neither) {
    long n = both + onlyOne + onlyOther + neither;
    return difference(
        Wilson.rate(both + onlyOne, n),
        Wilson.rate(both + onlyOther, n),
        correlation(both, onlyOne, onlyOther, neither));
  }

  /** Of the two counts, with Newcombe's correction for continuity where it is above 0. */
  private static double correlation(double a, double b, double c, double d) {
    double margins = (a + b) * (c + d) * (a + c) * (b + d);
    if (margins == 0) {
      return 0;
    }
    double product = a * d - b * c;
    double corrected = product > 0 ? Math.max(0, product - (a + b + c + d) / 2) : product;
    return corrected / Math.sqrt(margins);
  }

  private static Estimate difference(Estimate one, Estimate other, double correlation) {
    if (!one.exists() || !other.exists()) {
      return Estimate.NONE;
    }
    double difference = one.value() - other.value();
    return new Estimate(
        difference,
        difference - distance(one.value() - one.low(), other.high() - other.value(), correlation),
        difference + distance(one.high() - one.value(), other.value() - other.low(), correlation));
  }

  private static double distance(double one, double other, double correlation) {
    return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
  }
}
