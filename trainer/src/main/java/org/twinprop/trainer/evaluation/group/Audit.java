package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Holm;

/**
 * Metrics of everyone and of each group, and how far groups lie apart.
 *
 * @param regression whether numbers were predicted, not classes
 * @param classes that labels and predictions are of; empty for a regression
 * @param positive the class that rates are about; null for each in turn and their average
 * @param minimum examples below which a group is not compared
 * @param seed of the resampling
 * @param overall everyone
 * @param columns each way to divide them into groups
 */
public record Audit(
    boolean regression,
    List<String> classes,
    String positive,
    int minimum,
    long seed,
    GroupMetrics overall,
    List<ColumnAudit> columns) {
  /** The name of the group of all examples. */
  public static final String EVERYONE = "everyone";

  /** The key of what groups are mainly judged by: error rate, or mean absolute error. */
  public String mainKey() {
    return regression ? RegressionMetric.MAE.key() : Rate.ERROR_RATE.key();
  }

  /** Corrects the tests of columns for each other. */
  static List<ColumnAudit> adjusted(List<ColumnAudit> columns) {
    double[] pValues =
        columns.stream()
            .mapToDouble(c -> c.isCompared() ? c.test().significance().pValue() : Double.NaN)
            .toArray();
    double[] corrected = Holm.adjusted(pValues);
    List<ColumnAudit> adjusted = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      ColumnAudit column = columns.get(i);
      adjusted.add(
          column.isCompared() ? column.with(column.test().withAdjusted(corrected[i])) : column);
    }
    return adjusted;
  }
}
