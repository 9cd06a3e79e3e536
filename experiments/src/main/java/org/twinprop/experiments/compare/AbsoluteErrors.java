package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.trainer.evaluation.group.ResidualTally;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Absolute errors of several predictions of the same numbers. Examples are dealt to at most 500
 * blocks, which the paired bootstrap draws with all their predictions together, as {@link
 * org.twinprop.trainer.evaluation.group.RegressionTally} does for one prediction.
 */
final class AbsoluteErrors implements ComparedTally {
  private static final int BLOCKS = 500;
  private static final int RESAMPLES = 2_000;

  private final int predictions;
  private final SplittableRandom dealer;

  /** The sum of each prediction's errors, then the number of examples. */
  private final List<double[]> blocks = new ArrayList<>();

  private final List<ResidualTally> residuals = new ArrayList<>();
  private long n;

  AbsoluteErrors(int predictions, long seed) {
    this.predictions = predictions;
    dealer = new SplittableRandom(seed);
    for (int i = 0; i < predictions; i++) {
      residuals.add(new ResidualTally(~seed));
    }
  }

  /**
   * @param predicted one for each prediction
   */
  void add(double target, double[] predicted) {
    double[] block;
    if (n < BLOCKS) {
      block = new double[predictions + 1];
      blocks.add(block);
    } else {
      block = blocks.get(dealer.nextInt(BLOCKS));
    }
    for (int i = 0; i < predictions; i++) {
      block[i] += Math.abs(predicted[i] - target);
      residuals.get(i).add(target, predicted[i]);
    }
    block[predictions]++;
    n++;
  }

  @Override
  public long n() {
    return n;
  }

  @Override
  public List<Residuals> residuals() {
    return residuals.stream().map(ResidualTally::residuals).toList();
  }

  private static double mean(double[] sums, int prediction) {
    return sums[prediction] / sums[sums.length - 1];
  }

  private double[] sums() {
    double[] sums = new double[predictions + 1];
    blocks.forEach(block -> addTo(sums, block));
    return sums;
  }

  private static void addTo(double[] sums, double[] block) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += block[i];
    }
  }

  private double[][] resampled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] all = new double[RESAMPLES][predictions + 1];
    for (double[] sums : all) {
      for (int i = 0; i < blocks.size(); i++) {
        addTo(sums, blocks.get(random.nextInt(blocks.size())));
      }
    }
    return all;
  }

  @Override
  public Estimate value(int prediction) {
    double[][] resampled = resampled(prediction);
    double[] replicates = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      replicates[i] = mean(resampled[i], prediction);
    }
    return Replicates.interval(mean(sums(), prediction), replicates);
  }

  /** The p-value is twice the share of resamples on the rarer side of 0. */
  @Override
  public Difference difference(int prediction, long seed) {
    double[][] resampled = resampled(seed);
    double[] replicates = new double[RESAMPLES];
    int notAbove = 1;
    int notBelow = 1;
    for (int i = 0; i < RESAMPLES; i++) {
      replicates[i] = mean(resampled[i], prediction) - mean(resampled[i], 0);
      notAbove += replicates[i] <= 0 ? 1 : 0;
      notBelow += replicates[i] >= 0 ? 1 : 0;
    }
    double[] sums = sums();
    double pValue = Math.min(1, 2.0 * Math.min(notAbove, notBelow) / (RESAMPLES + 1));
    return new Difference(
        Replicates.interval(mean(sums, prediction) - mean(sums, 0), replicates),
        new Significance("paired bootstrap", Double.NaN, pValue));
  }
}
