package org.twinprop.trainer.search;

import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * What taking one network instead of another costs whom, on the same examples. The interval of a
 * difference is a percentile bootstrap that draws units whole, all examples of one writer together,
 * each with the errors of both networks (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, sections 8.4 and 13.3).
 */
public final class PairedErrors {
  private static final int RESAMPLES = 2_000;
  private static final double TAIL = 0.025;

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
    List<Sums> units = units(rows, examples, unit);
    Sums all = new Sums();
    units.forEach(all::add);
    double change = error(all.after, all.n) - error(all.before, all.n);
    Estimate estimate =
        units.size() < 2
            ? new Estimate(change, Double.NaN, Double.NaN)
            : resampled(change, units, new SplittableRandom(seed * 31 + group.hashCode()));
    return new GroupChange(
        group,
        rows.size(),
        rows.size() < minimum,
        error(all.before, all.n),
        error(all.after, all.n),
        estimate);
  }

  private List<Sums> units(List<Integer> rows, Examples examples, Optional<String> unit) {
    Map<String, Sums> units = new LinkedHashMap<>();
    for (int row : rows) {
      String name = unit.map(column -> examples.group(column, row)).orElse(Integer.toString(row));
      units.computeIfAbsent(name, key -> new Sums()).add(before[row], after[row]);
    }
    return List.copyOf(units.values());
  }

  private Estimate resampled(double change, List<Sums> units, SplittableRandom random) {
    double[] changes = new double[RESAMPLES];
    for (int i = 0; i < changes.length; i++) {
      Sums drawn = new Sums();
      for (int j = 0; j < units.size(); j++) {
        drawn.add(units.get(random.nextInt(units.size())));
      }
      changes[i] = error(drawn.after, drawn.n) - error(drawn.before, drawn.n);
    }
    Arrays.sort(changes);
    return new Estimate(
        change,
        changes[(int) Math.round(TAIL * (RESAMPLES - 1))],
        changes[(int) Math.round((1 - TAIL) * (RESAMPLES - 1))]);
  }

  private double error(double sum, long n) {
    return regression ? Math.sqrt(sum / n) : sum / n;
  }

  /** Of the examples of a unit. */
  private static final class Sums {
    private long n;
    private double before;
    private double after;

    void add(double oneBefore, double oneAfter) {
      n++;
      before += oneBefore;
      after += oneAfter;
    }

    void add(Sums other) {
      n += other.n;
      before += other.before;
      after += other.after;
    }
  }
}
