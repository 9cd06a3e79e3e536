package org.twinprop.trainer.evaluation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.UnitBootstrap;

/**
 * Whether one prediction of numbers lies nearer to the truth than another of the same examples: the
 * difference of their mean absolute errors, by a paired bootstrap. Each draw takes examples with
 * both their predictions, and whole units (all listings of a building) where there are units,
 * because errors within one are alike (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, sections 8.4 and 13.3).
 *
 * @param difference mean absolute error of the one minus that of the other: below 0 if the one is
 *     nearer
 * @param pValue twice the share of draws in which the difference goes the rarer way
 * @param units that were drawn
 */
public record ErrorDifference(Estimate difference, double pValue, int units) {
  /** How often units are drawn. */
  public static final int RESAMPLES = 9_999;

  private static final int ONE = 0;
  private static final int OTHER = 1;
  private static final int COUNT = 2;

  /**
   * @param unit the group column whose values are drawn whole; single examples if empty
   * @param seed of the draws
   */
  public static ErrorDifference of(
      Predictions one, Predictions other, Optional<String> unit, long seed) {
    UnitBootstrap bootstrap = new UnitBootstrap(blocks(one, other, unit));
    double[] replicates =
        bootstrap.replicates(RESAMPLES, new SplittableRandom(seed), ErrorDifference::difference);
    return new ErrorDifference(
        Replicates.interval(difference(bootstrap.sums()), replicates),
        Replicates.twoSided(replicates),
        bootstrap.units());
  }

  /** Whether the one is nearer to the truth by more than chance. */
  public boolean nearer() {
    return difference.high() < 0 && pValue < 0.05;
  }

  private static Collection<double[]> blocks(
      Predictions one, Predictions other, Optional<String> unit) {
    Map<Object, double[]> blocks = new LinkedHashMap<>();
    Examples examples = one.examples();
    for (int row = 0; row < one.size(); row++) {
      Object key = unit.isPresent() ? examples.group(unit.get(), row) : (Object) row;
      double[] block = blocks.computeIfAbsent(key, name -> new double[COUNT + 1]);
      double target = examples.valueOf(row);
      block[ONE] += Math.abs(one.outputs()[row][0] - target);
      block[OTHER] += Math.abs(other.outputs()[row][0] - target);
      block[COUNT]++;
    }
    return blocks.values();
  }

  private static double difference(double[] sums) {
    return (sums[ONE] - sums[OTHER]) / sums[COUNT];
  }
}
