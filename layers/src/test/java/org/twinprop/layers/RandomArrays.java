package org.twinprop.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Seeded random arrays of float64, in row-major order. */
public final class RandomArrays {
  private final SplittableRandom random;

  public RandomArrays(long seed) {
    random = new SplittableRandom(seed);
  }

  public SplittableRandom random() {
    return random;
  }

  public INDArray gaussian(long... shape) {
    return filled(random::nextGaussian, shape);
  }

  /** Every entry one of the given values. */
  public INDArray of(double[] values, long... shape) {
    return filled(() -> values[random.nextInt(values.length)], shape);
  }

  /** Rows that are positive and sum to 1. */
  public INDArray distributions(long... shape) {
    INDArray rows = filled(() -> -Math.log(1 - random.nextDouble()), shape);
    int last = shape.length - 1;
    return rows.div(rows.sum(true, last).broadcast(shape));
  }

  private static INDArray filled(DoubleSupplier entry, long... shape) {
    double[] entries = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    Arrays.setAll(entries, i -> entry.getAsDouble());
    return Nd4j.create(entries, shape, DataType.DOUBLE);
  }
}
