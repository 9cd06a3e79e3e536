package org.twinprop.layers.check;

/**
 * What the error of a small entry is measured against:
 *
 * <pre>
 * floor(h) = max(largest / 1000, resolution(h) / relative)
 * resolution(h) = 32 rounding / h
 * </pre>
 *
 * An entry that is zero but for rounding has no meaningful relative error of its own. It is
 * measured by a thousandth of the largest gradient instead: of its variable, or of all a network's
 * parameters ({@link Variable#ofParameters}), because whole arrays can be zero but for rounding.
 * The bias before a batch norm is one: the norm takes away whatever the bias adds. With the
 * tolerance 1e-7 an entry as small as a ten-billionth of the largest is still caught when its sign
 * is wrong.
 *
 * <p>Differences over a step h cannot tell apart what the rounding of the function's values makes
 * of them; {@link Differences} has the factor.
 *
 * @param relative the largest relative error that counts as equal
 * @param largest the largest magnitude among the gradients
 * @param rounding how far each of the function's values may be off
 * @see Rounding
 */
record Floor(double relative, double largest, double rounding) {
  private static final double SHARE_OF_LARGEST = 1e-3;
  private static final double ROUNDINGS_OF_A_DIFFERENCE = 32;

  /** The floor where differences are taken over the step {@code h}. */
  double at(double h) {
    double resolution = ROUNDINGS_OF_A_DIFFERENCE * rounding / h;
    return Math.max(SHARE_OF_LARGEST * largest, resolution / relative);
  }
}
