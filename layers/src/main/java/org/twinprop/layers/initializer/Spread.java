package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Arguments;

/** Independent draws of mean 0 and a given variance, from one of two distributions. */
enum Spread {
  /** U(-a, a), whose variance is a^2 / 3: so a = sqrt(3 variance). */
  UNIFORM {
    @Override
    double[] draw(double variance, Parameter weight, RandomGenerator random) {
      double a = Math.sqrt(3 * variance);
      return Initializer.each(weight, () -> a * (2 * random.nextDouble() - 1));
    }
  },
  /** N(0, variance). */
  NORMAL {
    @Override
    double[] draw(double variance, Parameter weight, RandomGenerator random) {
      double deviation = Math.sqrt(variance);
      return Initializer.each(weight, () -> deviation * random.nextGaussian());
    }
  };

  abstract double[] draw(double variance, Parameter weight, RandomGenerator random);

  static Spread read(Arguments arguments) {
    return arguments.word("distribution", "uniform", "normal").equals("normal") ? NORMAL : UNIFORM;
  }
}
