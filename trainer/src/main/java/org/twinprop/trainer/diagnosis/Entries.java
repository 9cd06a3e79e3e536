package org.twinprop.trainer.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays entry by entry, counted row by row. */
final class Entries {
  private Entries() {}

  /** A copy in float64 that lies in memory row by row. */
  static INDArray copy(INDArray array) {
    return array.castTo(DataType.DOUBLE).dup('c');
  }

  /** All entries, row by row. */
  static double[] of(INDArray array) {
    try (INDArray copy = copy(array)) {
      return copy.data().asDouble();
    }
  }

  static double largest(double[] entries) {
    double largest = 0;
    for (double entry : entries) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  static double largest(INDArray array) {
    return array.isEmpty() ? 0 : array.amaxNumber().doubleValue();
  }

  /** The index in each dimension of the entry at a place. */
  static List<Long> index(long place, long[] shape) {
    return Arrays.stream(indices(place, shape)).boxed().toList();
  }

  static long[] indices(long place, long[] shape) {
    long[] index = new long[shape.length];
    long rest = place;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return index;
  }
}
