package org.twinprop.layers.check;

/**
 * How far analytic and numeric gradient may differ:
 *
 * <pre>
 * relative error = |a - n| / max(|a|, |n|, floor)
 * </pre>
 *
 * @param relative the largest relative error that counts as equal
 * @see Floor
 */
public record Tolerance(double relative) {
  /** 1e-7. */
  public static final Tolerance DEFAULT = new Tolerance(1e-7);

  /**
   * @throws IllegalArgumentException if {@code relative} is not positive
   */
  public Tolerance {
    if (!(relative > 0)) {
      throw new IllegalArgumentException("a tolerance must be above 0, but is " + relative);
    }
  }

  /** The relative error, infinite where a value is not a number. */
  static double error(double analytic, double numeric, double floor) {
    double scale = Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), floor);
    double error = Math.abs(analytic - numeric) / scale;
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  boolean agree(double a, double b, double floor) {
    return error(a, b, floor) <= relative;
  }
}
