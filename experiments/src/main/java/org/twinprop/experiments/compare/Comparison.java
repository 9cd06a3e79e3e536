package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Holm;

/**
 * Several predictions for the same examples.
 *
 * @param names of the predictions, the one that others are compared with first
 * @param regression whether numbers were predicted
 * @param best which of them is least wrong overall, from 0
 * @param overall everyone
 * @param groups the groups of each column
 */
public record Comparison(
    List<String> names,
    boolean regression,
    int best,
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
      GroupedTallies<? extends ComparedTally> tallies,
      int minimum,
      long seed) {
    GroupComparison overall =
        group(OVERALL, "everyone", tallies.overall(), names.size(), minimum, seed);
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
              all.addAll(adjusted(ofColumn, names.size() - 1));
            });
    return new Comparison(names, regression, best, overall, all);
  }

  private static GroupComparison group(
      String column, String group, ComparedTally tally, int predictions, int minimum, long seed) {
    List<Estimate> values = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < predictions; i++) {
      values.add(tally.value(i));
      if (i > 0) {
        ComparedTally.Difference difference =
            tally.difference(i, seed + 31L * column.hashCode() + group.hashCode());
        changes.add(
            new Change(
                difference.estimate(),
                difference.significance(),
                difference.significance().pValue()));
      }
    }
    return new GroupComparison(
        column, group, tally.n(), tally.n() < minimum, values, tally.residuals(), changes);
  }

  private static List<GroupComparison> adjusted(List<GroupComparison> groups, int changes) {
    List<GroupComparison> result = new ArrayList<>(groups);
    for (int change = 0; change < changes; change++) {
      int c = change;
      double[] pValues =
          result.stream()
              .mapToDouble(g -> g.small() ? Double.NaN : g.changes().get(c).significance().pValue())
              .toArray();
      double[] corrected = Holm.adjusted(pValues);
      for (int i = 0; i < corrected.length; i++) {
        GroupComparison old = result.get(i);
        List<Change> all = new ArrayList<>(old.changes());
        all.set(c, all.get(c).withAdjusted(corrected[i]));
        result.set(
            i,
            new GroupComparison(
                old.column(),
                old.group(),
                old.n(),
                old.small(),
                old.values(),
                old.residuals(),
                all));
      }
    }
    return result;
  }
}
