package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * Whether two groups differ in how often, or how far, predictions about them are wrong.
 *
 * @param group one
 * @param comparedWith the other
 * @param difference the first's error rate, or mean absolute error, minus the second's
 * @param significance of that
 * @param adjustedPValue by Holm's correction over all pairs of the column
 */
public record PairTest(
    String group,
    String comparedWith,
    double difference,
    Significance significance,
    double adjustedPValue) {}
