package org.twinprop.layers.check;

import java.util.stream.DoubleStream;

/**
 * How far a function's values are off because every operation in it rounds.
 *
 * <p>The least is one rounding of its size, or of 1 where it is the small sum of larger numbers.
 * But a batch norm that divides by a small deviation, or a long sum, makes many roundings of it, so
 * where that matters they are measured: the second difference
 *
 * <pre>
 * f(x+d) - 2 f(x) + f(x-d) = d^2 f'' + ... + e_1 - 2 e_2 + e_3,     d = 1e-10
 * </pre>
 *
 * of a smooth function is all rounding e. It is taken at six points around the one that is checked,
 * and the median is a measure that a kink or jump between two of them cannot spoil. It is believed
 * up to a thousand times the least, or a thousand roundings of the largest gradient, which makes as
 * much of the rounding of what it is the gradient by: a function that differs more from call to
 * call is not the same function each time, and nothing excuses its gradient.
 *
 * <p>Source: Moré and Wild, Estimating computational noise, SIAM Journal on Scientific Computing 33
 * (2011), which takes higher differences too.
 */
final class Rounding {
  private static final double SPACING = 1e-10;
  private static final double MOST = 1000;

  private Rounding() {}

  static double least(double value) {
    return Math.ulp(1.0) * Math.max(1, Math.abs(value));
  }

  /** The most that is believed of a function whose slopes are about 1. */
  static double most(double value) {
    return MOST * least(value);
  }

  /**
   * @param largest the largest magnitude among the gradients
   */
  static double measured(Slice f, double largest) {
    double h = Differences.step(f);
    double[] found =
        DoubleStream.of(-h, -h / 2, -h / 4, h / 4, h / 2, h)
            .map(offset -> secondDifference(f, offset))
            .sorted()
            .toArray();
    double median = (found[2] + found[3]) / 2;
    double least = least(f.at(0));
    return median > least ? Math.min(median, MOST * Math.max(least, Math.ulp(largest))) : least;
  }

  private static double secondDifference(Slice f, double offset) {
    double d = SPACING * f.scale();
    return Math.abs(f.at(offset + d) - 2 * f.at(offset) + f.at(offset - d));
  }
}
