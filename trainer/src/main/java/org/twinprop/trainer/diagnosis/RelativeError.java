package org.twinprop.trainer.diagnosis;

/**
 * How far two arrays are apart, entry by entry:
 *
 * <pre>
 * |a - b| / max(|a|, |b|, floor),     floor = largest |b| / 1000
 * </pre>
 *
 * The floor is what errors of tiny entries are measured against, which are zero but for rounding.
 *
 * @param largest over all entries
 * @param place of the entry where |a - b| itself is largest, counted row by row
 */
record RelativeError(double largest, int place) {
  private static final double SHARE_OF_LARGEST = 1e-3;

  /**
   * @param smallest what the floor is at least
   */
  static RelativeError of(double[] a, double[] b, double smallest) {
    double floor = Math.max(smallest, SHARE_OF_LARGEST * Entries.largest(b));
    double largest = 0;
    int place = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, of(a[i], b[i], floor));
      place = Math.abs(a[i] - b[i]) > Math.abs(a[place] - b[place]) ? i : place;
    }
    return new RelativeError(largest, place);
  }

  static double of(double a, double b, double floor) {
    return a == b ? 0 : Math.abs(a - b) / Math.max(floor, Math.max(Math.abs(a), Math.abs(b)));
  }
}
