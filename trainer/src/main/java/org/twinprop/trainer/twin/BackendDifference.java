package org.twinprop.trainer.twin;

import java.util.Arrays;
import java.util.Map;

/**
 * How far two backends are apart on one subject of the catalogue.
 *
 * @param subject a network's text, or an updater's
 * @param array where they are furthest apart
 * @param difference there: the largest |one - other| relative to the array's largest magnitude, or
 *     to a thousandth of the subject's if that is more, for a gradient whose terms cancel is all
 *     rounding; infinite where either has a number that is not finite, or other arrays
 */
public record BackendDifference(String subject, String array, double difference) {
  /** Of sums in float64 in another order, and of functions rounded in another way. */
  public static final double TOLERANCE = 1e-10;

  private static final double SMALLEST = 1e-3;

  /**
   * @param ours arrays of the subject by name
   * @param theirs the same from the other backend; null if it has none
   */
  public static BackendDifference of(
      String subject, Map<String, double[]> ours, Map<String, double[]> theirs) {
    if (theirs == null || !theirs.keySet().equals(ours.keySet())) {
      return new BackendDifference(subject, "all", Double.POSITIVE_INFINITY);
    }
    double floor =
        SMALLEST * ours.values().stream().mapToDouble(Comparison::largest).max().orElse(0);
    BackendDifference worst = new BackendDifference(subject, "none", 0);
    for (var array : ours.entrySet()) {
      double here = difference(array.getValue(), theirs.get(array.getKey()), floor);
      if (here > worst.difference) {
        worst = new BackendDifference(subject, array.getKey(), here);
      }
    }
    return worst;
  }

  /** Whether both compute the same, but for rounding. */
  public boolean ok() {
    return difference <= TOLERANCE;
  }

  private static double difference(double[] a, double[] b, double floor) {
    boolean finite = Arrays.stream(a).allMatch(Double::isFinite);
    if (!finite || !Arrays.stream(b).allMatch(Double::isFinite) || a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double scale = Math.max(floor, Math.max(Comparison.largest(a), Comparison.largest(b)));
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest == 0 ? 0 : largest / scale;
  }
}
