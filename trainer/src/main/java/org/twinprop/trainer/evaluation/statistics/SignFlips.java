package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether one of two predictions errs more about the same units, such as the writers of digits. If
 * both were equally good, which of them made which errors about a unit would be a toss of a coin:
 * the test tosses it for every unit and counts how often the difference becomes at least as large
 * as it is (Fisher, The Design of Experiments, 1935, section 21; for units of several examples,
 * Gail, Mark, Carroll, Green and Pee, Statistics in Medicine 15, 1996).
 */
public final class SignFlips {
  /** The smallest possible p-value by simulation is 1 / (this + 1). */
  public static final int TOSSES = 9_999;

  /** Up to so many units that differ, all their signs are gone through. */
  private static final int ALL_SIGNS = 13;

  private SignFlips() {}

  /**
   * @param differences of each unit: errors of the one less those of the other
   * @param seed of the simulation, where one is needed
   * @return {@link Significance#NONE} where no unit tells the two apart
   */
  public static Significance test(double[] differences, long seed) {
    double[] telling = Arrays.stream(differences).filter(one -> one != 0).toArray();
    if (telling.length == 0) {
      return Significance.NONE;
    }
    // a rounding error must not decide whether an equal sum counts
    double observed = Math.abs(Arrays.stream(telling).sum()) * (1 - 1e-12);
    double pValue =
        telling.length <= ALL_SIGNS ? exact(telling, observed) : simulated(telling, observed, seed);
    return new Significance("sign flips of units", Double.NaN, pValue);
  }

  private static double exact(double[] telling, double observed) {
    int all = 1 << telling.length;
    int asLarge = 0;
    for (int signs = 0; signs < all; signs++) {
      asLarge += Math.abs(sum(telling, signs)) >= observed ? 1 : 0;
    }
    return (double) asLarge / all;
  }

  private static double sum(double[] telling, int signs) {
    double sum = 0;
    for (int i = 0; i < telling.length; i++) {
      sum += (signs >> i & 1) == 0 ? telling[i] : -telling[i];
    }
    return sum;
  }

  private static double simulated(double[] telling, double observed, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 1; // the observed signs are some of the possible ones
    for (int i = 0; i < TOSSES; i++) {
      double sum = 0;
      for (double one : telling) {
        sum += random.nextBoolean() ? one : -one;
      }
      asLarge += Math.abs(sum) >= observed ? 1 : 0;
    }
    return asLarge / (TOSSES + 1.0);
  }
}
