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
 * @param units that they come in, such as writers; 0 where each example is by itself
 * @param small whether these are fewer than a comparison should rest on
 * @param values of each prediction: error rate, or mean absolute error
 * @param residuals of each prediction in a regression; empty for classes
 * @param changes between every two predictions: first from the first to each of the others
 */
public record GroupComparison(
    String column,
    String group,
    long n,
    int units,
    boolean small,
    List<Estimate> values,
    List<Residuals> residuals,
    List<Change> changes) {

  /** From one prediction to a later one. */
  Change change(int from, int to) {
    return changes.stream()
        .filter(one -> one.from() == from && one.to() == to)
        .findFirst()
        .orElseThrow();
  }

  GroupComparison with(List<Change> adjusted) {
    return new GroupComparison(column, group, n, units, small, values, residuals, adjusted);
  }
}
