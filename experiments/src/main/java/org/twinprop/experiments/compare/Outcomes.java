package org.twinprop.experiments.compare;

import java.util.List;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.McNemar;
import org.twinprop.trainer.evaluation.statistics.Newcombe;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.SignFlips;
import org.twinprop.trainer.evaluation.statistics.Significance;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * What is counted of a group while several predictions for the same examples go by: how many
 * examples each set of them got right. A set is a bit for each prediction.
 */
final class Outcomes implements ComparedTally {
  private final long[] counts;
  private final ErrorBlocks blocks;
  private final double[] errors;

  /**
   * @param seed of dealing units to blocks
   */
  Outcomes(int predictions, long seed) {
    counts = new long[1 << predictions];
    blocks = new ErrorBlocks(predictions, seed);
    errors = new double[predictions];
  }

  /**
   * @param unit that the example belongs to; null where each is by itself
   * @param right a bit for each prediction that is right about it
   */
  void add(String unit, int right) {
    counts[right]++;
    if (unit != null) {
      for (int i = 0; i < errors.length; i++) {
        errors[i] = (right >> i & 1) == 1 ? 0 : 1;
      }
      blocks.add(unit, errors);
    }
  }

  @Override
  public int units() {
    return blocks.units();
  }

  @Override
  public long n() {
    long n = 0;
    for (long count : counts) {
      n += count;
    }
    return n;
  }

  /** Examples that a prediction got wrong. */
  long errors(int prediction) {
    long errors = 0;
    for (int right = 0; right < counts.length; right++) {
      errors += (right >> prediction & 1) == 0 ? counts[right] : 0;
    }
    return errors;
  }

  /** Examples that one got right and the other wrong. */
  long only(int one, int other) {
    long only = 0;
    for (int right = 0; right < counts.length; right++) {
      only += (right >> one & 1) == 1 && (right >> other & 1) == 0 ? counts[right] : 0;
    }
    return only;
  }

  @Override
  public Estimate value(int prediction) {
    return units() > 0 ? blocks.value(prediction) : Wilson.rate(errors(prediction), n());
  }

  @Override
  public List<Residuals> residuals() {
    return List.of();
  }

  /**
   * Newcombe's interval and McNemar's test; where examples come in units, the bootstrap of units,
   * and sign flips of theirs.
   */
  @Override
  public Difference difference(int from, int to, long seed) {
    if (units() > 0) {
      return new Difference(
          Replicates.interval(blocks.difference(to, from), blocks.replicates(to, from, seed)),
          units() == 1 ? Significance.NONE : SignFlips.test(blocks.differences(to, from), seed));
    }
    long lost = only(from, to);
    long gained = only(to, from);
    long bothWrong = errors(to) - lost;
    return new Difference(
        Newcombe.paired(bothWrong, lost, gained, n() - bothWrong - lost - gained),
        McNemar.test(gained, lost));
  }
}
