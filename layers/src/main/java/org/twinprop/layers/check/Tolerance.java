package org.twinprop.layers.check;

/**
 * How far analytic and numeric gradient may differ:
 *
 * <pre>
 * relative error = |a - n| / max(|a|, |n|, floor)
 *
 * floor = max(largest / 1000, resolution(h) / relative)
 * resolution(h) = 32 * 2^-52 * max(1, |f|) / h
 * </pre>
 *
 * An entry that is zero but for rounding has no meaningful relative error; the floor is what its
 * error is measured against instead. It is a thousandth of the tensor's largest gradient, so with
 * the tolerance 1e-7 an entry as small as a ten-billionth of the largest is still caught when its
 * sign is wrong. Where a whole tensor is tiny, differences over a step h are rounded: f is known to
 * a few 2^-52 of its size, or of 1 where f is the small sum of larger numbers, and dividing by h
 * gives the resolution, below which no float64 difference can tell right from wrong.
 *
 * @param relative the largest relative error that counts as equal
 */
public record Tolerance(double relative) {
  /** 1e-7. */
  public static final Tolerance DEFAULT = new Tolerance(1e-7);

  private static final double SHARE_OF_LARGEST = 1e-3;
  private static final double ROUNDING = 32 * Math.ulp(1.0);

  /**
   * @throws IllegalArgumentException if {@code relative} is not positive
   */
  public Tolerance {
    if (!(relative > 0)) {
      throw new IllegalArgumentException("a tolerance must be above 0, but is " + relative);
    }
  }

  /**
   * What errors of small entries are measured against.
   *
   * @param largest the largest magnitude in the tensor's gradient
   * @param f the function's value
   * @param h the step of the differences
   */
  double floor(double largest, double f, double h) {
    double resolution = ROUNDING * Math.max(1, Math.abs(f)) / h;
    return Math.max(SHARE_OF_LARGEST * largest, resolution / relative);
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
