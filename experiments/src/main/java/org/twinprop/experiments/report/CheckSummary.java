package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
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
        table(report));
  }

  private static Worst worst(
      List<GradientComparison> rows, ToDoubleFunction<GradientComparison> error) {
    return rows.stream()
        .filter(row -> !Double.isNaN(error.applyAsDouble(row)))
        .max(Comparator.comparingDouble(error))
        .map(row -> new Worst(Numbers.scientific(error.applyAsDouble(row)), row.parameter()))
        .orElse(new Worst("not compared", ""));
  }

  /** DL4J has a column only where something was compared with it. */
  private static DataTable table(VerificationReport report) {
    boolean twin = !Double.isNaN(report.worstDl4jError());
    List<DataTable.Column> columns =
        new ArrayList<>(List.of(text("array"), text("layer"), number("error against differences")));
    if (twin) {
      columns.add(number("difference from DL4J"));
    }
    columns.add(text("worst entry"));
    columns.add(text("verdict"));
    DataTable table = new DataTable(columns.toArray(DataTable.Column[]::new));
    report.rows().forEach(row -> table.row(cells(row, twin)));
    return table;
  }

  private static String[] cells(GradientComparison row, boolean twin) {
    List<String> cells =
        new ArrayList<>(
            List.of(row.parameter(), row.layer(), Numbers.scientific(row.numericError())));
    if (twin) {
      cells.add(Numbers.scientific(row.dl4jError()));
    }
    cells.add(row.worst());
    cells.add(row.ok() ? "✓\u00a0agrees" : "✗\u00a0differs");
    return cells.toArray(String[]::new);
  }
}
