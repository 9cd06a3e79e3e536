package org.twinprop.layers.check;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The checked function along one entry of one variable, all else unchanged. */
final class Slice {
  private final DoubleSupplier function;
  private final INDArray values;
  private final long[] index;
  private final double middle;

  Slice(DoubleSupplier function, INDArray values, long[] index) {
    this.function = function;
    this.values = values;
    this.index = index;
    middle = values.getDouble(index);
  }

  /** The entry's own value. */
  double middle() {
    return middle;
  }

  /** The function's value with the entry moved by {@code offset}; the entry is put back. */
  double at(double offset) {
    values.putScalar(index, middle + offset);
    try {
      return function.getAsDouble();
    } finally {
      values.putScalar(index, middle);
    }
  }
}
