package org.twinprop.data.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a column gives the target away: a network that is shown it would learn to copy, and know
 * nothing about rows whose target is not known yet.
 */
final class Leak {
  /** How much of the order, or of the variance, a column may tell before it is taken for a copy. */
  private static final double TELLTALE = 0.9999;

  /** What every reason begins with. */
  static final String WORDS = "a leak:";

  private static final int FEWEST_ROWS = 30;
  private static final int ROWS_A_VALUE = 2;

  private final ColumnFacts target;
  private final boolean regression;

  Leak(ColumnFacts target, boolean regression) {
    this.target = target;
    this.regression = regression;
  }

  /** Why a column looks like the target in other words; empty if it does not. */
  Optional<String> of(ColumnFacts column) {
    int[] rows = IntStream.range(0, column.rows()).filter(row -> bothKnown(column, row)).toArray();
    if (rows.length < FEWEST_ROWS) {
      return Optional.empty();
    }
    return regression ? ofNumbers(column, rows) : ofClasses(column, rows);
  }

  private boolean bothKnown(ColumnFacts column, int row) {
    return !CellText.missing(column.texts().get(row)) && !CellText.missing(target.texts().get(row));
  }

  private Optional<String> ofNumbers(ColumnFacts column, int[] rows) {
    if (column.numeric()) {
      int[] both =
          IntStream.of(rows)
              .filter(row -> Double.isFinite(column.numbers()[row] + target.numbers()[row]))
              .toArray();
      long same =
          IntStream.of(both).filter(row -> column.numbers()[row] == target.numbers()[row]).count();
      double order = Math.abs(RankCorrelation.of(column.numbers(), target.numbers(), both));
      if (same >= TELLTALE * both.length) {
        return Optional.of(WORDS + " it is the target in other words");
      }
      return order > TELLTALE
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  WORDS + " it puts rows in the target's order (rank correlation %.4f)",
                  order))
          : Optional.empty();
    }
    boolean repeats = column.distinct() * ROWS_A_VALUE <= rows.length;
    return repeats && explained(column, rows) > TELLTALE
        ? Optional.of(WORDS + " each of its values has one value of the target")
        : Optional.empty();
  }

  /** The share of the target's variance that lies between the column's values. */
  private double explained(ColumnFacts column, int[] rows) {
    double mean = IntStream.of(rows).mapToDouble(row -> target.numbers()[row]).average().orElse(0);
    Map<String, double[]> sums = new HashMap<>();
    double total = 0;
    double squares = 0;
    for (int row : rows) {
      double value = target.numbers()[row] - mean;
      if (Double.isNaN(value)) {
        continue;
      }
      double[] sum = sums.computeIfAbsent(column.texts().get(row), text -> new double[2]);
      sum[0] += value;
      sum[1]++;
      squares += value * value;
    }
    for (double[] sum : sums.values()) {
      total += sum[0] * sum[0] / sum[1];
    }
    return squares == 0 ? 0 : total / squares;
  }

  private Optional<String> ofClasses(ColumnFacts column, int[] rows) {
    if (column.distinct() < target.distinct()) {
      return Optional.empty();
    }
    if (column.distinct() * ROWS_A_VALUE <= rows.length && oneClassEach(column, rows)) {
      return Optional.of(WORDS + " each of its values belongs to one class");
    }
    return column.numeric() && classesInOrder(column, rows)
        ? Optional.of(WORDS + " its order puts every class by itself")
        : Optional.empty();
  }

  private boolean oneClassEach(ColumnFacts column, int[] rows) {
    Map<String, String> classOf = new HashMap<>();
    long others =
        IntStream.of(rows)
            .filter(
                row -> {
                  String own = target.texts().get(row);
                  String first = classOf.putIfAbsent(column.texts().get(row), own);
                  return first != null && !first.equals(own);
                })
            .count();
    return others <= (1 - TELLTALE) * rows.length;
  }

  private boolean classesInOrder(ColumnFacts column, int[] rows) {
    List<Integer> sorted =
        IntStream.of(rows)
            .filter(row -> Double.isFinite(column.numbers()[row]))
            .boxed()
            .sorted((a, b) -> Double.compare(column.numbers()[a], column.numbers()[b]))
            .toList();
    Set<String> seen = new HashSet<>();
    String last = null;
    for (int row : sorted) {
      String own = target.texts().get(row);
      if (!own.equals(last) && !seen.add(own)) {
        return false;
      }
      last = own;
    }
    return seen.size() == target.distinct();
  }
}
