package org.twinprop.layers.check;

/**
 * What the error of a small entry is measured against:
 *
 * <pre>
 * floor(resolution) = max(largest / 1000, resolution / relative)
 * </pre>
 *
 * An entry that is zero but for rounding has no meaningful relative error of its own. It is
 * measured by a thousandth of the largest gradient instead: of its variable, or of all a network's
 * parameters ({@link Variable#ofParameters}), because whole arrays can be zero but for rounding.
 * The bias before a batch norm is one: the norm takes away whatever the bias adds. With the
 * tolerance 1e-7 an entry as small as a ten-billionth of the largest is still caught when its sign
 * is wrong.
 *
 * <p>Differences over a step cannot tell apart what the rounding of the function's values makes of
 * them, their resolution.
 *
 * @param relative the largest relative error that counts as equal
 * @param largest the largest magnitude among the gradients
 * @see Slopes#resolution
 */
record Floor(double relative, double largest) {
  private static final double SHARE_OF_LARGEST = 1e-3;

  /** The floor for differences of this resolution. */
  double at(double resolution) {
    return Math.max(SHARE_OF_LARGEST * largest, resolution / relative);
  }

  /** What equal and unequal are measured by, whatever the differences resolve. */
  double scale(double analytic, double numeric) {
    return Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), SHARE_OF_LARGEST * largest);
  }
}
