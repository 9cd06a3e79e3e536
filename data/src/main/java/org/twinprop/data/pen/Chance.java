package org.twinprop.data.pen;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every Java: made from {@code SplittableRandom}'s bits alone,
 * because the algorithm behind its {@code nextGaussian} is not specified.
 */
public final class Chance {
  /** The sum of this many uniform numbers is close to normal. */
  private static final int TERMS = 4;

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** A stream of its own for each seed. */
  public static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /**
   * One stream for each number of a series, which depends on the seed and that number alone.
   *
   * @param index of what is made, any number
   */
  public static Chance of(long seed, long index) {
    long bits = new SplittableRandom(seed).nextLong();
    return of(bits ^ new SplittableRandom(~index).nextLong());
  }

  /** A stream of its own, which does not depend on how much is drawn from this one later. */
  public Chance split() {
    return new Chance(random.split());
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Bell-shaped with mean 0 and standard deviation 1, never beyond 3.5: no monsters. */
  public double bell() {
    double sum = 0;
    for (int i = 0; i < TERMS; i++) {
      sum += uniform() - 0.5;
    }
    // A uniform number has the variance 1/12.
    return sum * Math.sqrt(12.0 / TERMS);
  }

  /** True with the given probability. */
  public boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Uniform from {@code low} to {@code high}. */
  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number from 0 to {@code bound} - 1, each as likely. */
  public int below(int bound) {
    return (int) (bound * uniform());
  }

  /** One of these, each as likely. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A seed for a library that wants its own random numbers. */
  public long seed() {
    return random.nextLong();
  }
}
