package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.UnitBootstrap;

/**
 * Errors of several predictions of the same examples. Whole units, or single examples where there
 * are none, are dealt to at most 500 blocks, which are drawn with all their predictions together,
 * as {@link org.twinprop.trainer.evaluation.group.RegressionTally} does for one prediction.
 */
final class ErrorBlocks {
  private static final int BLOCKS = 500;
  private static final int RESAMPLES = 2_000;

  private final int predictions;
  private final SplittableRandom dealer;

  /** The sum of each prediction's errors, then the number of examples. */
  private final List<double[]> blocks = new ArrayList<>();

  private final Map<String, double[]> units = new HashMap<>();
  private long n;

  ErrorBlocks(int predictions, long seed) {
    this.predictions = predictions;
    dealer = new SplittableRandom(seed);
  }

  /**
   * Counts one example.
   *
   * @param unit that it belongs to; null where each example is by itself
   * @param errors one for each prediction
   */
  void add(String unit, double[] errors) {
    double[] block = unit == null ? nextBlock() : units.computeIfAbsent(unit, name -> nextBlock());
    for (int i = 0; i < predictions; i++) {
      block[i] += errors[i];
    }
    block[predictions]++;
    n++;
  }

  private double[] nextBlock() {
    if (blocks.size() == BLOCKS) {
      return blocks.get(dealer.nextInt(BLOCKS));
    }
    double[] block = new double[predictions + 1];
    blocks.add(block);
    return block;
  }

  long n() {
    return n;
  }

  /** How many units there are; 0 where each example is by itself. */
  int units() {
    return units.size();
  }

  /** The mean error of a prediction. */
  Estimate value(int prediction) {
    UnitBootstrap bootstrap = new UnitBootstrap(blocks);
    return Replicates.interval(
        mean(bootstrap.sums(), prediction),
        bootstrap.replicates(
            RESAMPLES, new SplittableRandom(prediction), sums -> mean(sums, prediction)));
  }

  /** The mean error of one in each draw, less that of another. */
  double[] replicates(int one, int other, long seed) {
    return new UnitBootstrap(blocks)
        .replicates(RESAMPLES, new SplittableRandom(seed), sums -> difference(sums, one, other));
  }

  /** By how much one errs more than another. */
  double difference(int one, int other) {
    return difference(new UnitBootstrap(blocks).sums(), one, other);
  }

  /** The same of each block, in sums. */
  double[] differences(int one, int other) {
    return blocks.stream().mapToDouble(block -> block[one] - block[other]).toArray();
  }

  private double mean(double[] sums, int prediction) {
    return sums[prediction] / sums[predictions];
  }

  private double difference(double[] sums, int one, int other) {
    return mean(sums, one) - mean(sums, other);
  }
}
