package org.twinprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Divides examples into k folds for cross-validation: each fold is held out once, while a network
 * learns from all others. Folds share no example, cover all, and tear no unit apart.
 *
 * <p>Units (single examples, or groups such as a writer's) are dealt in order of falling size, each
 * to the fold that it fits best: with T_s examples of stratum s in all and c_fs in fold f so far, a
 * unit with u_s of them goes where
 *
 * <pre>
 * sum_s ((c_fs + u_s)^2 - c_fs^2) / T_s^2
 * </pre>
 *
 * is least, that is, where it adds least to the sum of squares of the strata's shares, which equal
 * shares make smallest; among equals to the smallest fold. Single examples are so dealt evenly: no
 * two folds differ by more than 1 in any stratum.
 */
public final class Folds {
  private final int[] foldOfRow;
  private final int count;

  private Folds(int[] foldOfRow, int count) {
    this.foldOfRow = foldOfRow;
    this.count = count;
  }

  /** Examples that stay together, and how many of them are in each stratum. */
  private record Unit(List<Integer> rows, Map<Integer, Integer> strata) {
    Unit() {
      this(new ArrayList<>(), new TreeMap<>());
    }

    int size() {
      return rows.size();
    }

    void add(int row, int stratum) {
      rows.add(row);
      strata.merge(stratum, 1, Integer::sum);
    }
  }

  /**
   * @param all what to divide
   * @param count of folds, at least 2
   * @param unit the group column whose groups stay whole; empty for single examples
   * @param strata the stratum of each example, whose shares all folds should have alike
   * @param seed same seed, same folds
   * @throws BadInput if there is no such column, or if there are fewer units than folds
   */
  public static Folds of(Examples all, int count, Optional<String> unit, Strata strata, long seed) {
    List<Unit> units = units(all, unit, strata);
    if (count < 2 || units.size() < count) {
      throw new BadInput(
          "cannot divide %s into %d folds: there are %d %s; take 2 to %d folds"
              .formatted(
                  all.description(),
                  count,
                  units.size(),
                  unit.map(column -> "groups by " + column).orElse("examples"),
                  units.size()));
    }
    Collections.shuffle(units, new Random(seed));
    units.sort(Comparator.comparingInt(Unit::size).reversed());
    return new Folds(dealt(all.size(), units, count, strata), count);
  }

  private static List<Unit> units(Examples all, Optional<String> column, Strata strata) {
    Map<Object, Unit> units = new LinkedHashMap<>();
    for (int row = 0; row < all.size(); row++) {
      Object key = column.isPresent() ? all.group(column.get(), row) : (Object) row;
      units.computeIfAbsent(key, name -> new Unit()).add(row, strata.of(row));
    }
    return new ArrayList<>(units.values());
  }

  private static int[] dealt(int rows, List<Unit> units, int count, Strata strata) {
    int[] foldOfRow = new int[rows];
    int[] sizes = new int[count];
    int[][] dealt = new int[count][strata.count()];
    for (Unit unit : units) {
      int best = bestFold(unit, sizes, dealt, strata);
      unit.rows().forEach(row -> foldOfRow[row] = best);
      unit.strata().forEach((stratum, more) -> dealt[best][stratum] += more);
      sizes[best] += unit.size();
    }
    return foldOfRow;
  }

  private static int bestFold(Unit unit, int[] sizes, int[][] dealt, Strata strata) {
    int best = 0;
    double least = cost(unit, dealt[0], strata);
    for (int fold = 1; fold < sizes.length; fold++) {
      double cost = cost(unit, dealt[fold], strata);
      if (cost < least || (cost == least && sizes[fold] < sizes[best])) {
        best = fold;
        least = cost;
      }
    }
    return best;
  }

  private static double cost(Unit unit, int[] dealt, Strata strata) {
    double cost = 0;
    for (Map.Entry<Integer, Integer> entry : unit.strata().entrySet()) {
      double more = entry.getValue();
      double total = strata.size(entry.getKey());
      cost += more * (2 * dealt[entry.getKey()] + more) / (total * total);
    }
    return cost;
  }

  /** How many folds there are. */
  public int count() {
    return count;
  }

  /** The fold of an example, from 0. */
  public int of(int row) {
    return foldOfRow[row];
  }

  /** The rows of a fold, in ascending order. */
  public int[] rows(int fold) {
    return rows(fold, true);
  }

  /** The rows of all other folds, in ascending order. */
  public int[] others(int fold) {
    return rows(fold, false);
  }

  private int[] rows(int fold, boolean inside) {
    return IntStream.range(0, foldOfRow.length)
        .filter(row -> (foldOfRow[row] == fold) == inside)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folds that && Arrays.equals(foldOfRow, that.foldOfRow);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(foldOfRow);
  }
}
