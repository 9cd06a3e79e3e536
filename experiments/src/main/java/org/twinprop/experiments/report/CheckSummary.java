package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * One check of the networks, in short and in full.
 *
 * @param when it was made
 * @param arrays that were compared
 * @param numericError the largest error against differences of the loss, and where
 * @param dl4jError the largest difference from DL4J, and where
 * @param ok whether all were within their tolerance
 * @param table every array
 */
record CheckSummary(
    String when, int arrays, Worst numericError, Worst dl4jError, boolean ok, DataTable table) {

  /** An error and the array it was found in. */
  record Worst(String error, String array) {}

  static CheckSummary of(VerificationReport report) {
    return new CheckSummary(
        report.epoch() == 0 ? "before training" : "after epoch " + report.epoch(),
        report.rows().size(),
        worst(report.rows(), GradientComparison::numericError),
        worst(report.rows(), GradientComparison::dl4jError),
        report.ok(),
        table(report.rows()));
  }

  private static Worst worst(
      List<GradientComparison> rows, ToDoubleFunction<GradientComparison> error) {
    return rows.stream()
        .filter(row -> !Double.isNaN(error.applyAsDouble(row)))
        .max(Comparator.comparingDouble(error))
        .map(row -> new Worst(Numbers.scientific(error.applyAsDouble(row)), row.parameter()))
        .orElse(new Worst("not compared", ""));
  }

  private static DataTable table(List<GradientComparison> rows) {
    DataTable table =
        new DataTable(
            text("array"),
            text("layer"),
            number("error against differences"),
            number("difference from DL4J"),
            text("worst entry"),
            text("verdict"));
    for (GradientComparison row : rows) {
      table.row(
          row.parameter(),
          row.layer(),
          Numbers.scientific(row.numericError()),
          Numbers.scientific(row.dl4jError()),
          row.worst(),
          row.ok() ? "✓ agrees" : "✗ differs");
    }
    return table;
  }
}
