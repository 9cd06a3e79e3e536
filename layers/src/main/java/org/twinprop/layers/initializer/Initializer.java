package org.twinprop.layers.initializer;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.twinprop.layers.Parameter;

/** How weights begin. */
@FunctionalInterface
public interface Initializer {
  /**
   * The first values of one weight array.
   *
   * @param weight gives its shape, and the fan-in and fan-out that the spread follows from
   * @param random where the randomness comes from
   * @return as many values as the array has entries, row by row
   */
  double[] draw(Parameter weight, RandomGenerator random);

  /** As many independent draws as the array has entries. */
  static double[] each(Parameter weight, DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(weight.shape().length()).toArray();
  }
}
