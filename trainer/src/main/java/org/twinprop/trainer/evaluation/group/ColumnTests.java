package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twinprop.trainer.evaluation.statistics.ErrorIndependence;
import org.twinprop.trainer.evaluation.statistics.Holm;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Tests one rate of one column.
 *
 * @param rate its key
 * @param groups those that are compared, at least two
 * @param reference the name of one of them
 * @param regression whether errors are numbers, not mistakes
 * @param overallRate that of everyone; not used in a regression
 * @param seed of tests that simulate
 */
record ColumnTests(
    String rate,
    List<GroupErrors> groups,
    String reference,
    boolean regression,
    double overallRate,
    long seed) {
  /** With more groups than this, not every two of them are tested. */
  private static final int EVERY_PAIR = 30;

  ColumnTest test() {
    List<PairTest> pairs = pairs();
    Significance significance = regression ? smallest(pairs) : independence();
    return new ColumnTest(
        rate,
        highest().group(),
        lowest().group(),
        significance,
        significance.pValue(),
        false,
        detectable(),
        pairs);
  }

  private Significance independence() {
    return ErrorIndependence.test(
        groups.stream().mapToLong(GroupErrors::errors).toArray(),
        groups.stream().mapToLong(GroupErrors::n).toArray(),
        seed);
  }

  /** That some pair differs is shown if the most different one does, after Holm's correction. */
  private static Significance smallest(List<PairTest> pairs) {
    return pairs.stream()
        .filter(pair -> !Double.isNaN(pair.adjustedPValue()))
        .min(Comparator.comparingDouble(PairTest::adjustedPValue))
        .map(
            pair ->
                new Significance(
                    "Welch's t, Holm", pair.significance().statistic(), pair.adjustedPValue()))
        .orElse(Significance.NONE);
  }

  private List<PairTest> pairs() {
    List<PairTest> pairs = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        GroupErrors one = groups.get(i);
        GroupErrors other = groups.get(j);
        if (groups.size() <= EVERY_PAIR || hasReference(one, other)) {
          pairs.add(pair(one, other));
        }
      }
    }
    return adjusted(pairs);
  }

  private boolean hasReference(GroupErrors one, GroupErrors other) {
    return one.group().equals(reference) || other.group().equals(reference);
  }

  private PairTest pair(GroupErrors one, GroupErrors other) {
    Significance significance = one.test(other, regression, seed);
    return new PairTest(
        one.group(),
        other.group(),
        one.minus(other, regression),
        significance,
        significance.pValue());
  }

  private static List<PairTest> adjusted(List<PairTest> pairs) {
    double[] pValues = pairs.stream().mapToDouble(PairTest::adjustedPValue).toArray();
    double[] adjusted = Holm.adjusted(pValues);
    List<PairTest> result = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PairTest pair = pairs.get(i);
      result.add(
          new PairTest(
              pair.group(),
              pair.comparedWith(),
              pair.difference(),
              pair.significance(),
              adjusted[i]));
    }
    return result;
  }

  private GroupErrors highest() {
    return groups.stream().max(Comparator.comparingDouble(GroupErrors::mean)).orElseThrow();
  }

  private GroupErrors lowest() {
    return groups.stream().min(Comparator.comparingDouble(GroupErrors::mean)).orElseThrow();
  }

  /** Between the groups with the most and the fewest errors. */
  private double detectable() {
    GroupErrors lowest = lowest();
    GroupErrors other = highest().equals(lowest) ? groups.get(groups.size() - 1) : highest();
    return lowest.detectable(other, regression, overallRate);
  }
}
