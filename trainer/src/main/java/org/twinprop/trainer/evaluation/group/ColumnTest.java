package org.twinprop.trainer.evaluation.group;

import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Whether the groups of one column differ in how often, or how far, predictions are wrong.
 *
 * @param significance of the column as a whole
 * @param adjustedPValue by Holm's correction over the columns of an audit
 * @param found whether that is below {@link Significance#LEVEL}
 * @param detectableDifference between the two groups that lie farthest apart: what groups of these
 *     sizes would have shown with 80% probability; NaN if no difference would have been shown
 * @param pairs every two groups, or with many groups each against the reference
 */
public record ColumnTest(
    Significance significance,
    double adjustedPValue,
    boolean found,
    double detectableDifference,
    List<PairTest> pairs) {

  ColumnTest withAdjusted(double pValue) {
    return new ColumnTest(
        significance, pValue, pValue < Significance.LEVEL, detectableDifference, pairs);
  }
}
