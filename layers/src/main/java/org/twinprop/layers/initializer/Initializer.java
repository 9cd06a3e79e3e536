package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;

/** How weights begin. */
public interface Initializer {
  /**
   * One weight's first value.
   *
   * @param weight gives the fan-in and fan-out that the spread follows from
   * @param random where the randomness comes from
   */
  double draw(Parameter weight, RandomGenerator random);
}
