package org.twinprop.data.pen;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every Java: made from {@code SplittableRandom}'s bits alone,
 * because the algorithm behind its {@code nextGaussian} is not specified.
 */
final class Chance {
  /** The sum of this many uniform numbers is close to normal. */
  private static final int TERMS = 4;

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** A stream of its own, which does not depend on how much is drawn from this one later. */
  Chance split() {
    return new Chance(random.split());
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Bell-shaped with mean 0 and standard deviation 1, never beyond 3.5: no monsters. */
  double bell() {
    double sum = 0;
    for (int i = 0; i < TERMS; i++) {
      sum += uniform() - 0.5;
    }
    // A uniform number has the variance 1/12.
    return sum * Math.sqrt(12.0 / TERMS);
  }

  /** True with the given probability. */
  boolean happens(double probability) {
    return uniform() < probability;
  }
}
