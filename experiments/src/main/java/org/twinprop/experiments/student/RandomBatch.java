package org.twinprop.experiments.student;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Random arrays in float64.
 *
 * @param random where their numbers come from
 */
record RandomBatch(SplittableRandom random) {
  /** Normally distributed numbers. */
  INDArray normal(long... shape) {
    return filled(random::nextGaussian, shape);
  }

  /** Whole numbers below {@code indices} if that is above 0, else normal ones. */
  INDArray input(int indices, long... shape) {
    return indices > 0 ? filled(() -> random.nextInt(indices), shape) : normal(shape);
  }

  /** 0 with the probability {@code rate}, else 1 / (1 - rate). */
  INDArray mask(double rate, long... shape) {
    return filled(() -> random.nextDouble() < rate ? 0 : 1 / (1 - rate), shape);
  }

  private static INDArray filled(DoubleSupplier draw, long... shape) {
    double[] entries = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    Arrays.setAll(entries, i -> draw.getAsDouble());
    return Nd4j.create(entries, shape, DataType.DOUBLE);
  }
}
