package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.ResidualTally;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.Significance;

/** Absolute errors of several predictions of the same numbers. */
final class AbsoluteErrors implements ComparedTally {
  private final ErrorBlocks blocks;
  private final double[] errors;
  private final List<ResidualTally> residuals = new ArrayList<>();

  AbsoluteErrors(int predictions, long seed) {
    blocks = new ErrorBlocks(predictions, seed);
    errors = new double[predictions];
    for (int i = 0; i < predictions; i++) {
      residuals.add(new ResidualTally(~seed));
    }
  }

  /**
   * @param unit that the example belongs to; null where each is by itself
   * @param predicted one for each prediction
   */
  void add(String unit, double target, double[] predicted) {
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.abs(predicted[i] - target);
      residuals.get(i).add(target, predicted[i]);
    }
    blocks.add(unit, errors);
  }

  @Override
  public long n() {
    return blocks.n();
  }

  @Override
  public int units() {
    return blocks.units();
  }

  @Override
  public List<Residuals> residuals() {
    return residuals.stream().map(ResidualTally::residuals).toList();
  }

  @Override
  public Estimate value(int prediction) {
    return blocks.value(prediction);
  }

  /** The p-value is twice the share of resamples on the rarer side of 0. */
  @Override
  public Difference difference(int from, int to, long seed) {
    double[] replicates = blocks.replicates(to, from, seed);
    double difference = blocks.difference(to, from);
    boolean alike = difference == 0 && Replicates.isConstant(replicates);
    boolean oneUnit = blocks.units() == 1;
    return new Difference(
        Replicates.interval(difference, replicates),
        alike || oneUnit
            ? Significance.NONE
            : new Significance("paired bootstrap", Double.NaN, Replicates.twoSided(replicates)));
  }
}
