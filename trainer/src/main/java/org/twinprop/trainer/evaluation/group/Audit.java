package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.Iterator;
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

  /**
   * Corrects the columns' tests for each other: those of all errors, and by themselves those of
   * kinds of errors, which answer another question.
   */
  static List<ColumnAudit> adjusted(List<ColumnAudit> columns) {
    List<ColumnTest> ofAll = new ArrayList<>();
    List<ColumnTest> ofKinds = new ArrayList<>();
    for (ColumnAudit column : columns) {
      column.tests().stream().limit(1).forEach(ofAll::add);
      column.tests().stream().skip(1).forEach(ofKinds::add);
    }
    Iterator<ColumnTest> all = corrected(ofAll).iterator();
    Iterator<ColumnTest> kinds = corrected(ofKinds).iterator();
    List<ColumnAudit> adjusted = new ArrayList<>();
    for (ColumnAudit column : columns) {
      List<ColumnTest> tests = new ArrayList<>();
      for (int i = 0; i < column.tests().size(); i++) {
        tests.add(i == 0 ? all.next() : kinds.next());
      }
      adjusted.add(column.with(tests));
    }
    return adjusted;
  }

  private static List<ColumnTest> corrected(List<ColumnTest> tests) {
    double[] pValues = tests.stream().mapToDouble(test -> test.significance().pValue()).toArray();
    double[] corrected = Holm.adjusted(pValues);
    List<ColumnTest> result = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      result.add(tests.get(i).withAdjusted(corrected[i]));
    }
    return result;
  }
}
