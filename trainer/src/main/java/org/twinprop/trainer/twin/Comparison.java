package org.twinprop.trainer.twin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One array of the hand-written network against DL4J's.
 *
 * @param quantity what it is
 * @param layer as messages call it, or {@code network}
 * @param name {@code W1}, {@code x}, {@code output}, {@code loss}
 * @param shape of the array; empty for a number
 * @param difference the largest |ours - theirs|, relative to the scale that it was measured by;
 *     infinite where either is not finite
 * @param index of that entry
 * @param ours the hand-written network's value there
 * @param theirs DL4J's value there
 */
public record Comparison(
    Quantity quantity,
    String layer,
    String name,
    List<Long> shape,
    double difference,
    List<Long> index,
    double ours,
    double theirs) {

  /**
   * Compares entry by entry.
   *
   * @param scale what a difference is relative to, if it is more than the largest magnitude in both
   *     arrays
   */
  static Comparison of(
      Quantity quantity, String layer, String name, INDArray ours, INDArray theirs, double scale) {
    double[] a = entries(ours);
    double[] b = entries(theirs);
    double largest = Math.max(scale, Math.max(largest(a), largest(b)));
    int worst = 0;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      double here = relative(a[i], b[i], largest);
      if (here > difference) {
        worst = i;
        difference = here;
      }
    }
    List<Long> shape = boxed(ours.shape());
    return new Comparison(
        quantity, layer, name, shape, difference, index(worst, shape), a[worst], b[worst]);
  }

  /** The worst entry in words: its index and both values. */
  public String worst() {
    return String.format(
        Locale.ROOT, "%s%s: hand-written %.12g, DL4J %.12g", name, index, ours, theirs);
  }

  private static double relative(double a, double b, double scale) {
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      return Double.POSITIVE_INFINITY;
    }
    return a == b ? 0 : Math.abs(a - b) / scale;
  }

  static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  static double[] entries(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      return copy.data().asDouble();
    }
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private static List<Long> index(int flat, List<Long> shape) {
    Long[] index = new Long[shape.size()];
    long rest = flat;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % shape.get(d);
      rest /= shape.get(d);
    }
    return List.of(index);
  }
}
