package org.twinprop.trainer.evaluation.statistics;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Random counts, in a time that grows with their standard deviation and not with the number of
 * examples: the cumulative probability is inverted outwards from the mode, where nearly all of it
 * lies (Devroye, Non-Uniform Random Variate Generation, 1986, section III.2.2).
 */
public final class CountSampler {
  /** What is left unassigned by rounding goes to the count that was reached last. */
  private static final double NEGLIGIBLE = 1e-300;

  private CountSampler() {}

  /** How the probability changes from one count to the next: p(k + 1) / p(k). */
  private interface Ratio {
    double after(long k);
  }

  /**
   * How many of {@code trials} succeed.
   *
   * @param probability of each, in [0, 1]
   */
  public static int binomial(SplittableRandom random, int trials, double probability) {
    if (trials == 0 || probability <= 0) {
      return 0;
    }
    if (probability >= 1) {
      return trials;
    }
    int mode = (int) Math.min(trials, Math.floor((trials + 1.0) * probability));
    double odds = probability / (1 - probability);
    return outwards(
        random.nextDouble(),
        mode,
        BinomialDistribution.of(trials, probability).probability(mode),
        0,
        trials,
        k -> odds * (trials - k) / (k + 1.0));
  }

  /** How many of {@code draws} balls are red, from an urn of {@code balls} with {@code red}. */
  public static int hypergeometric(SplittableRandom random, int balls, int red, int draws) {
    int least = (int) Math.max(0L, (long) draws + red - balls);
    int most = Math.min(draws, red);
    if (least == most) {
      return least;
    }
    double centre = Math.floor((draws + 1.0) * (red + 1.0) / (balls + 2.0));
    int mode = (int) Math.min(most, Math.max(least, centre));
    double others = (double) balls - red - draws;
    return outwards(
        random.nextDouble(),
        mode,
        HypergeometricDistribution.of(balls, red, draws).probability(mode),
        least,
        most,
        k -> (red - k) * (double) (draws - k) / ((k + 1.0) * (others + k + 1)));
  }

  /** Takes probability from {@code u} at the mode, then above and below it in turns. */
  private static int outwards(double u, int mode, double atMode, int least, int most, Ratio ratio) {
    double left = u - atMode;
    int above = mode;
    int below = mode;
    double probabilityAbove = atMode;
    double probabilityBelow = atMode;
    int reached = mode;
    while (left > 0 && probabilityAbove + probabilityBelow > NEGLIGIBLE) {
      probabilityAbove = above < most ? probabilityAbove * ratio.after(above) : 0;
      if (probabilityAbove > 0) {
        reached = ++above;
        left -= probabilityAbove;
      }
      probabilityBelow = below > least ? probabilityBelow / ratio.after(below - 1L) : 0;
      if (left > 0 && probabilityBelow > 0) {
        reached = --below;
        left -= probabilityBelow;
      }
    }
    return reached;
  }
}
