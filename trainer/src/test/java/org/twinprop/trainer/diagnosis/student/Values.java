package org.twinprop.trainer.diagnosis.student;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers in rows, the last index running fastest.
 *
 * @param shape the sizes
 * @param entries as many as the product of the sizes
 */
public record Values(int[] shape, double[] entries) {
  public Values {
    if (entries.length != Arrays.stream(shape).reduce(1, (a, b) -> a * b)) {
      throw new IllegalArgumentException(
          entries.length + " entries do not make " + Arrays.toString(shape));
    }
  }

  static Values zeros(int... shape) {
    return new Values(shape, new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
  }

  /** Normal numbers of the given spread. */
  static Values normal(SplittableRandom random, double spread, int... shape) {
    Values values = zeros(shape);
    java.util.Random normal = new java.util.Random(random.nextLong());
    Arrays.setAll(values.entries, i -> spread * normal.nextGaussian());
    return values;
  }

  Values copy() {
    return new Values(shape, entries.clone());
  }

  Values reshaped(int... other) {
    return new Values(other, entries);
  }

  /** All numbers times a factor. */
  Values times(double factor) {
    return new Values(shape, Arrays.stream(entries).map(v -> v * factor).toArray());
  }

  /** Every number as float32 keeps it. */
  Values rounded() {
    return new Values(shape, Arrays.stream(entries).map(v -> (float) v).toArray());
  }

  int size(int dimension) {
    return shape[dimension];
  }

  int last() {
    return shape[shape.length - 1];
  }

  /** The product of all sizes but the last. */
  int rows() {
    return entries.length / last();
  }
}
