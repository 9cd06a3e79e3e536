package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * Whether scores are what they say: of the examples with a score of 0.8, do 80% come true? Scores
 * fall into ten bins of equal width; a score on an edge belongs to the lower bin.
 */
public final class CalibrationTally {
  private static final int BINS = 10;
  private static final double Z =
      1.959963984540054; // the 97.5% quantile of the normal distribution

  private final long[] n = new long[BINS];
  private final long[] outcomes = new long[BINS];
  private final double[] scores = new double[BINS];
  private double squares;
  private double fourthPowers;

  /**
   * @param score in [0, 1]
   * @param outcome whether that of which the score is the probability came true
   */
  public void add(double score, boolean outcome) {
    int bin = (int) Math.min(BINS - 1.0, score * BINS);
    if (bin > 0 && score <= bin / (double) BINS) {
      bin--;
    }
    n[bin]++;
    outcomes[bin] += outcome ? 1 : 0;
    scores[bin] += score;
    double square = Math.pow(score - (outcome ? 1 : 0), 2);
    squares += square;
    fourthPowers += square * square;
  }

  private long all() {
    long all = 0;
    for (long one : n) {
      all += one;
    }
    return all;
  }

  /**
   * The mean squared difference of score and outcome (Brier 1950), with the normal interval of a
   * mean.
   */
  Estimate brierScore() {
    long all = all();
    if (all == 0) {
      return Estimate.NONE;
    }
    double mean = squares / all;
    double variance = Math.max(0, fourthPowers / all - mean * mean);
    double half = all < 2 ? Double.NaN : Z * Math.sqrt(variance / (all - 1));
    return new Estimate(mean, Math.max(0, mean - half), Math.min(1, mean + half));
  }

  /**
   * How far the mean score of a bin lies from what came true, on average over examples (Naeini,
   * Cooper, Hauskrecht 2015). Chance alone makes it larger than 0; it has no interval here.
   */
  Estimate expectedCalibrationError() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(scores[bin] - outcomes[bin]);
    }
    long all = all();
    return all == 0 ? Estimate.NONE : new Estimate(sum / all, Double.NaN, Double.NaN);
  }

  /** Those bins that have examples, from the lowest scores on. */
  List<CalibrationBin> bins() {
    List<CalibrationBin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (n[bin] > 0) {
        bins.add(
            new CalibrationBin(
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                n[bin],
                scores[bin] / n[bin],
                Wilson.rate(outcomes[bin], n[bin])));
      }
    }
    return bins;
  }
}
