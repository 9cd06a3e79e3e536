package org.twinprop.trainer.evaluation.statistics;

import com.tdunning.math.stats.TDigest;
import java.util.Arrays;

/**
 * Quantiles of numbers that are seen once, in memory that does not grow with them. Up to {@value
 * #EXACT} numbers they are exact; beyond that they come from a t-digest (Dunning, Ertl 2019,
 * Computing Extremely Accurate Quantiles Using t-Digests), whose median is then right to about half
 * a percent of the ranks, and better towards the ends.
 */
public final class QuantileSketch {
  private static final int EXACT = 1_000;
  private static final double COMPRESSION = 200;

  private double[] first = new double[16];
  private int kept;
  private TDigest digest;

  /**
   * @param value a finite number
   */
  public void add(double value) {
    if (digest != null) {
      digest.add(value);
    } else if (kept == EXACT) {
      digest = TDigest.createMergingDigest(COMPRESSION);
      Arrays.stream(first).limit(kept).forEach(digest::add);
      first = null;
      digest.add(value);
    } else {
      if (kept == first.length) {
        first = Arrays.copyOf(first, Math.min(EXACT, 2 * kept));
      }
      first[kept++] = value;
    }
  }

  /**
   * The number below which this share of them lies, between two of them linearly (Hyndman, Fan
   * 1996, Sample Quantiles in Statistical Packages, definition 7).
   *
   * @param shares in [0, 1]
   * @return one for each share; NaN where there are no numbers
   */
  public double[] quantiles(double... shares) {
    if (digest != null) {
      return Arrays.stream(shares).map(digest::quantile).toArray();
    }
    double[] sorted = Arrays.copyOf(first, kept);
    Arrays.sort(sorted);
    return Arrays.stream(shares).map(share -> exact(sorted, share)).toArray();
  }

  private static double exact(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double lower = sorted[below];
    double upper = sorted[Math.min(below + 1, sorted.length - 1)];
    return lower + (place - below) * (upper - lower);
  }
}
