package org.twinprop.trainer.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.UnitBootstrap;

/**
 * What taking one network instead of another costs whom, on the same examples. The interval of a
 * difference is a percentile bootstrap that draws units whole, all examples of one writer together,
 * each with the errors of both networks ({@link UnitBootstrap}).
 */
public final class PairedErrors {
  private static final int RESAMPLES = 2_000;
  private static final int BEFORE = 0;
  private static final int AFTER = 1;
  private static final int COUNT = 2;

  private final boolean regression;
  private final double[] before;
  private final double[] after;

  /**
   * One group, or everyone.
   *
   * @param group its name
   * @param n examples in it
   * @param small whether it is too small to be compared
   * @param before the error of the one network
   * @param after the error of the other
   * @param change after minus before; without an interval where there are fewer than two units
   */
  public record GroupChange(
      String group, long n, boolean small, double before, double after, Estimate change) {}

  private PairedErrors(Predictions before, Predictions after) {
    regression = before.examples().classNames().isEmpty();
    this.before = squares(before);
    this.after = squares(after);
  }

  /**
   * Everyone first, then each group in alphabetical order.
   *
   * @param before predictions of the one network
   * @param after those of the other, for the same examples
   * @param column the kind of group; empty for everyone alone
   * @param unit the column whose values are drawn whole; examples are, if it is empty
   * @param minimum examples below which a group is small
   */
  public static List<GroupChange> of(
      Predictions before,
      Predictions after,
      Optional<String> column,
      Optional<String> unit,
      int minimum,
      long seed) {
    PairedErrors errors = new PairedErrors(before, after);
    Examples examples = before.examples();
    Map<String, List<Integer>> groups = new TreeMap<>();
    List<Integer> everyone = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) {
      everyone.add(row);
      if (column.isPresent()) {
        groups
            .computeIfAbsent(examples.group(column.get(), row), name -> new ArrayList<>())
            .add(row);
      }
    }
    List<GroupChange> changes = new ArrayList<>();
    changes.add(errors.change(Audit.EVERYONE, everyone, examples, unit, minimum, seed));
    groups.forEach(
        (group, rows) -> changes.add(errors.change(group, rows, examples, unit, minimum, seed)));
    return changes;
  }

  /** 1 for a wrong class, or the square of how far a number is off. */
  private static double[] squares(Predictions predictions) {
    double[] squares = new double[predictions.size()];
    for (int row = 0; row < squares.length; row++) {
      squares[row] = square(predictions, row);
    }
    return squares;
  }

  private static double square(Predictions predictions, int row) {
    if (!predictions.examples().classNames().isEmpty()) {
      return predictions.correct(row) ? 0 : 1;
    }
    Predictions one =
        new Predictions(
            predictions.network(),
            predictions.examples().select(new int[] {row}),
            new float[][] {predictions.outputs()[row]},
            Double.NaN,
            0);
    return one.score() * one.score();
  }

  private GroupChange change(
      String group,
      List<Integer> rows,
      Examples examples,
      Optional<String> unit,
      int minimum,
      long seed) {
    UnitBootstrap units = new UnitBootstrap(units(rows, examples, unit));
    double[] all = units.sums();
    double change = change(all);
    Estimate estimate =
        units.units() < 2
            ? new Estimate(change, Double.NaN, Double.NaN)
            : Replicates.percentiles(
                change,
                units.replicates(
                    RESAMPLES, new SplittableRandom(seed * 31 + group.hashCode()), this::change));
    return new GroupChange(
        group,
        rows.size(),
        rows.size() < minimum,
        error(all[BEFORE], all[COUNT]),
        error(all[AFTER], all[COUNT]),
        estimate);
  }

  /** Of each unit: its errors before, after, and the number of its examples. */
  private Collection<double[]> units(List<Integer> rows, Examples examples, Optional<String> unit) {
    Map<String, double[]> units = new LinkedHashMap<>();
    for (int row : rows) {
      String name = unit.map(column -> examples.group(column, row)).orElse(Integer.toString(row));
      double[] sums = units.computeIfAbsent(name, key -> new double[COUNT + 1]);
      sums[BEFORE] += before[row];
      sums[AFTER] += after[row];
      sums[COUNT]++;
    }
    return units.values();
  }

  private double change(double[] sums) {
    return error(sums[AFTER], sums[COUNT]) - error(sums[BEFORE], sums[COUNT]);
  }

  private double error(double sum, double n) {
    return regression ? Math.sqrt(sum / n) : sum / n;
  }
}
