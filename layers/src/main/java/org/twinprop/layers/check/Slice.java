package org.twinprop.layers.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The checked function along one entry of a variable, or along several that move together, all else
 * unchanged.
 */
final class Slice {
  private final DoubleSupplier function;
  private final INDArray values;
  private final List<long[]> indices;
  private final double[] middle;
  private final double origin;
  private final Map<Double, Double> known;

  /**
   * @param value the function's, where the variables stand now
   */
  Slice(DoubleSupplier function, double value, INDArray values, List<long[]> indices) {
    this.function = function;
    this.values = values;
    this.indices = indices;
    origin = 0;
    known = new HashMap<>(Map.of(0.0, value));
    middle = indices.stream().mapToDouble(values::getDouble).toArray();
  }

  private Slice(Slice other, double origin) {
    function = other.function;
    values = other.values;
    indices = other.indices;
    middle = other.middle;
    known = other.known;
    this.origin = origin;
  }

  /** The same function, seen from another point of the slice. */
  Slice from(double offset) {
    return new Slice(this, origin + offset);
  }

  /** The size of the entries, to choose a step by: at least 1. */
  double scale() {
    return Math.max(1, Arrays.stream(middle).map(Math::abs).max().orElse(0));
  }

  /** The function's value with the entries moved by {@code offset}. */
  double at(double offset) {
    return known.computeIfAbsent(origin + offset, o -> moved(o, function::getAsDouble));
  }

  /** The function's value at the point itself, computed once more. */
  double again() {
    return moved(origin, function::getAsDouble);
  }

  /** The derivative along this slice, according to a gradient by the variable. */
  double along(INDArray gradient) {
    return indices.stream().mapToDouble(gradient::getDouble).sum();
  }

  /** The same with the gradient computed anew at the point. */
  double along(Supplier<INDArray> gradient) {
    return moved(
        origin,
        () -> {
          try (INDArray there = gradient.get()) {
            return along(there);
          }
        });
  }

  /** What {@code action} gives with the entries moved; they are put back. */
  private double moved(double offset, DoubleSupplier action) {
    for (int i = 0; i < middle.length; i++) {
      values.putScalar(indices.get(i), middle[i] + offset);
    }
    try {
      return action.getAsDouble();
    } finally {
      for (int i = 0; i < middle.length; i++) {
        values.putScalar(indices.get(i), middle[i]);
      }
    }
  }
}
