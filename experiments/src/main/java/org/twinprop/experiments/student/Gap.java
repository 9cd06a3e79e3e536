package org.twinprop.experiments.student;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far one array is from another.
 *
 * @param error the largest |a - b| relative to the entry's size, or to a thousandth of the array's
 *     largest where that is more
 * @param index of the entry where |a - b| is largest
 * @param a its value in the first
 * @param b its value in the second
 */
record Gap(double error, List<Long> index, double a, double b) {
  private static final double SHARE_OF_LARGEST = 1e-3;

  static Gap between(INDArray first, INDArray second) {
    double[] a = entries(first);
    double[] b = entries(second);
    double floor =
        Math.max(
            Double.MIN_NORMAL, SHARE_OF_LARGEST * Arrays.stream(b).map(Math::abs).max().orElse(0));
    double error = 0;
    int worst = 0;
    for (int i = 0; i < a.length; i++) {
      double distance = distance(a[i], b[i]);
      error = Math.max(error, distance / Math.max(floor, Math.max(Math.abs(a[i]), Math.abs(b[i]))));
      worst = distance > distance(a[worst], b[worst]) ? i : worst;
    }
    return new Gap(error, index(worst, first.shape()), a[worst], b[worst]);
  }

  static boolean isFinite(INDArray array) {
    return Arrays.stream(entries(array)).allMatch(Double::isFinite);
  }

  private static double distance(double a, double b) {
    double distance = Math.abs(a - b);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  private static double[] entries(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      return copy.data().asDouble();
    }
  }

  private static List<Long> index(int place, long[] shape) {
    Long[] index = new Long[shape.length];
    long rest = place;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return List.of(index);
  }
}
