package org.twinprop.trainer.evaluation.group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Whether the groups of one column differ in how often, or how far, predictions are wrong, or in
 * which way.
 *
 * @param rate the key of what is tested: {@code error_rate}, or {@code mae}; then kinds of errors:
 *     for a positive class {@code fnr} and {@code fpr}, the errors among those who are of it and
 *     who are not, and of numbers {@code bias}, whether they are too high or too low on average
 * @param highest the group that predictions are most wrong about, or with the highest bias
 * @param lowest the group that they are least wrong about, or with the lowest bias
 * @param significance of the column as a whole
 * @param adjustedPValue by Holm's correction over an audit's columns: tests of all errors for each
 *     other, tests of kinds of errors for each other
 * @param found whether that is below {@link Significance#LEVEL}
 * @param detectableDifference between the two groups that lie farthest apart: what groups of these
 *     sizes would have shown with 80% probability; NaN if no difference would have been shown
 * @param pairs every two groups, or with many groups each against the reference
 */
public record ColumnTest(
    String rate,
    String highest,
    String lowest,
    Significance significance,
    double adjustedPValue,
    boolean found,
    double detectableDifference,
    List<PairTest> pairs) {

  /**
   * The two groups that lie farthest apart of those that are shown to differ from each other, by
   * the corrected tests of pairs; empty where none is, even if the groups taken together differ.
   */
  public Optional<PairTest> shownPair() {
    return pairs.stream()
        .filter(pair -> pair.adjustedPValue() < Significance.LEVEL)
        .max(Comparator.comparingDouble(pair -> Math.abs(pair.difference().value())));
  }

  ColumnTest withAdjusted(double pValue) {
    return new ColumnTest(
        rate,
        highest,
        lowest,
        significance,
        pValue,
        pValue < Significance.LEVEL,
        detectableDifference,
        pairs);
  }
}
