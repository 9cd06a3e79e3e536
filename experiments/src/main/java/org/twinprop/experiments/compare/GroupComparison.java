package org.twinprop.experiments.compare;

import java.util.List;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * Several predictions for the examples of one group.
 *
 * @param column the kind of group; {@code overall} for everyone
 * @param group its name
 * @param n examples
 * @param small whether these are fewer than a comparison should rest on
 * @param values of each prediction: error rate, or mean absolute error
 * @param residuals of each prediction in a regression; empty for classes
 * @param changes from the first prediction to each of the others
 */
public record GroupComparison(
    String column,
    String group,
    long n,
    boolean small,
    List<Estimate> values,
    List<Residuals> residuals,
    List<Change> changes) {}
