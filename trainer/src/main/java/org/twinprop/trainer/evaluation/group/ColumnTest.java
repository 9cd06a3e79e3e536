package org.twinprop.trainer.evaluation.group;

import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Whether the groups of one column differ in how often, or how far, predictions are wrong.
 *
 * @param rate the key of what is tested: {@code error_rate}, or {@code mae}; for a positive class
 *     also {@code fnr} and {@code fpr}, the errors among those who are of it and who are not
 * @param highest the group that predictions are most wrong about
 * @param lowest the group that they are least wrong about
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
