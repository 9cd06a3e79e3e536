package org.twinprop.trainer.evaluation.statistics;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Draws whole units with replacement: all examples of a writer, or all listings of a building,
 * whose errors are alike, with what every prediction of them came to (Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, sections 8.4 and 13.3). Where examples have nothing in
 * common, each is a unit of its own.
 */
public final class UnitBootstrap {
  private final List<double[]> units;
  private final int width;

  /**
   * @param units of each, sums over its examples, such as the errors of two predictions and the
   *     number of examples; at least one unit, all of the same length
   */
  public UnitBootstrap(Collection<double[]> units) {
    this.units = List.copyOf(units);
    width = this.units.get(0).length;
  }

  public int units() {
    return units.size();
  }

  /** Over all units. */
  public double[] sums() {
    double[] sums = new double[width];
    units.forEach(unit -> add(sums, unit));
    return sums;
  }

  /**
   * A statistic of each draw of as many units as there are.
   *
   * @param statistic of sums over units
   */
  public double[] replicates(
      int resamples, SplittableRandom random, ToDoubleFunction<double[]> statistic) {
    double[] replicates = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double[] drawn = new double[width];
      for (int j = 0; j < units.size(); j++) {
        add(drawn, units.get(random.nextInt(units.size())));
      }
      replicates[i] = statistic.applyAsDouble(drawn);
    }
    return replicates;
  }

  private static void add(double[] sums, double[] unit) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += unit[i];
    }
  }
}
