package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Holm;

/**
 * Several predictions for the same examples.
 *
 * @param names of the predictions, the one that others are compared with first
 * @param regression whether numbers were predicted
 * @param unit the column whose values are drawn whole, such as {@code writer}; null for none
 * @param best which of them is least wrong overall, from 0
 * @param agreements of each prediction, examples for which it gives the same answer as the first
 * @param overall everyone
 * @param groups the groups of each column
 */
public record Comparison(
    List<String> names,
    boolean regression,
    String unit,
    int best,
    List<Long> agreements,
    GroupComparison overall,
    List<GroupComparison> groups) {
  private static final String OVERALL = "overall";

  /**
   * @param minimum examples below which a group is not compared
   * @param seed of the resampling
   */
  static Comparison of(
      List<String> names,
      boolean regression,
      String unit,
      List<Long> agreements,
      GroupedTallies<? extends ComparedTally> tallies,
      int minimum,
      long seed) {
    GroupComparison everyone =
        group(OVERALL, "everyone", tallies.overall(), names.size(), minimum, seed);
    GroupComparison overall = adjusted(List.of(everyone)).get(0);
    int best =
        IntStream.range(0, names.size())
            .boxed()
            .min(Comparator.comparingDouble(i -> overall.values().get(i).value()))
            .orElseThrow();
    List<GroupComparison> all = new ArrayList<>();
    tallies
        .columns()
        .forEach(
            (column, groups) -> {
              List<GroupComparison> ofColumn = new ArrayList<>();
              groups.forEach(
                  (group, tally) ->
                      ofColumn.add(group(column, group, tally, names.size(), minimum, seed)));
              all.addAll(adjusted(ofColumn));
            });
    return new Comparison(names, regression, unit, best, agreements, overall, all);
  }

  private static GroupComparison group(
      String column, String group, ComparedTally tally, int predictions, int minimum, long seed) {
    List<Estimate> values = new ArrayList<>();
    for (int i = 0; i < predictions; i++) {
      values.add(tally.value(i));
    }
    return new GroupComparison(
        column,
        group,
        tally.n(),
        tally.units(),
        tally.n() < minimum,
        values,
        tally.residuals(),
        changes(tally, predictions, seed + 31L * column.hashCode() + group.hashCode()));
  }

  private static List<Change> changes(ComparedTally tally, int predictions, long seed) {
    List<Change> changes = new ArrayList<>();
    for (int from = 0; from < predictions; from++) {
      for (int to = from + 1; to < predictions; to++) {
        ComparedTally.Difference one = tally.difference(from, to, seed);
        changes.add(
            new Change(from, to, one.estimate(), one.significance(), one.significance().pValue()));
      }
    }
    return changes;
  }

  /** Corrects the tests of all these groups, each of every two predictions, for each other. */
  private static List<GroupComparison> adjusted(List<GroupComparison> groups) {
    double[] pValues =
        groups.stream()
            .flatMapToDouble(
                group ->
                    group.changes().stream()
                        .mapToDouble(
                            one -> group.small() ? Double.NaN : one.significance().pValue()))
            .toArray();
    PrimitiveIterator.OfDouble corrected = Arrays.stream(Holm.adjusted(pValues)).iterator();
    return groups.stream()
        .map(
            group ->
                group.with(
                    group.changes().stream()
                        .map(one -> one.withAdjusted(corrected.nextDouble()))
                        .toList()))
        .toList();
  }
}
