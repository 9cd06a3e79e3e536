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

  /** Corrects all tests of all columns for each other. */
  static List<ColumnAudit> adjusted(List<ColumnAudit> columns) {
    double[] corrected =
        Holm.adjusted(
            columns.stream()
                .flatMap(column -> column.tests().stream())
                .mapToDouble(test -> test.significance().pValue())
                .toArray());
    List<ColumnAudit> adjusted = new ArrayList<>();
    int next = 0;
    for (ColumnAudit column : columns) {
      List<ColumnTest> tests = new ArrayList<>();
      for (ColumnTest test : column.tests()) {
        tests.add(test.withAdjusted(corrected[next++]));
      }
      adjusted.add(column.with(tests));
    }
    return adjusted;
  }
}
