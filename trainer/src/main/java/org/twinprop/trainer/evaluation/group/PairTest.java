package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Whether two groups differ in how often, or how far, predictions about them are wrong.
 *
 * @param group one
 * @param comparedWith the other
 * @param difference the first's error rate, mean absolute error or bias, minus the second's, with
 *     its own 95% interval, which is not widened for the number of pairs
 * @param significance of that
 * @param adjustedPValue by Holm's correction over all pairs of the column
 */
public record PairTest(
    String group,
    String comparedWith,
    Estimate difference,
    Significance significance,
    double adjustedPValue) {}
