package org.twinprop.experiments.audit;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.report.DataTable;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.Disparity;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.PairTest;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/** The tables of an audit's page. */
final class AuditDataTables {
  private AuditDataTables() {}

  static DataTable disparities(Audit audit) {
    List<DataTable.Column> columns =
        new ArrayList<>(
            List.of(
                text("by"),
                text("disparity"),
                number("value"),
                number("95% interval"),
                text("group"),
                text("compared with")));
    if (audit.positive() != null) {
      columns.add(text("four-fifths rule"));
    }
    DataTable table = new DataTable(columns.toArray(DataTable.Column[]::new));
    for (ColumnAudit column : audit.columns()) {
      for (Disparity one : column.disparities()) {
        List<String> cells =
            List.of(
                column.column(),
                one.key().replace('_', ' '),
                measure(one.estimate()),
                interval(one.estimate()),
                one.group(),
                one.comparedWith() + (isOfReference(one) ? " (reference)" : ""),
                fourFifths(one));
        table.row(cells.subList(0, columns.size()).toArray(String[]::new));
      }
    }
    return table;
  }

  private static boolean isOfReference(Disparity one) {
    return one.key().equals("disparate_impact_ratio");
  }

  private static String fourFifths(Disparity one) {
    boolean ruled = isOfReference(one) || one.key().equals("demographic_parity_ratio");
    if (!ruled || !one.estimate().exists()) {
      return "";
    }
    String met = one.estimate().value() < AuditSentences.FOUR_FIFTHS ? "below 0.8" : "met";
    return one.estimate().excludes(AuditSentences.FOUR_FIFTHS) ? met : met + ", not surely";
  }

  static DataTable tests(Audit audit) {
    DataTable table =
        new DataTable(
            text("by"),
            text("of"),
            text("test"),
            number("p (Holm)"),
            text("difference"),
            text("detectable with 80% power"));
    for (ColumnAudit column : audit.columns()) {
      for (ColumnTest test : column.tests()) {
        boolean made = !Double.isNaN(test.adjustedPValue());
        table.row(
            column.column(),
            test.rate(),
            test.significance().test(),
            made ? Formats.pValue(test.adjustedPValue()) : "–",
            made ? (test.found() ? "found" : "not found") : "nothing to compare",
            Double.isNaN(test.detectableDifference())
                ? "none"
                : Numbers.measure(test.detectableDifference()));
      }
    }
    return table;
  }

  static DataTable pairs(Audit audit) {
    DataTable table =
        new DataTable(
            text("by"),
            text("of"),
            text("group"),
            text("other group"),
            number("difference"),
            number("95% interval"),
            text("test"),
            number("p (Holm)"),
            text("verdict"));
    for (ColumnAudit column : audit.columns()) {
      for (ColumnTest test : column.tests()) {
        test.pairs().forEach(pair -> add(table, column, test, pair));
      }
    }
    return table;
  }

  private static void add(DataTable table, ColumnAudit column, ColumnTest test, PairTest pair) {
    boolean made = !Double.isNaN(pair.adjustedPValue());
    boolean found = made && pair.adjustedPValue() < Significance.LEVEL;
    table.row(
        column.column(),
        test.rate(),
        pair.group(),
        pair.comparedWith(),
        measure(pair.difference()),
        interval(pair.difference()),
        pair.significance().test(),
        made ? Formats.pValue(pair.adjustedPValue()) : "–",
        found ? "differ" : "not shown to differ");
  }

  /** Every metric of every group. */
  static DataTable metrics(Audit audit) {
    List<DataTable.Column> columns =
        new ArrayList<>(List.of(text("group"), text("by"), number("examples")));
    audit.overall().metrics().keySet().forEach(key -> columns.add(number(key)));
    DataTable table = new DataTable(columns.toArray(DataTable.Column[]::new));
    table.row(cells("", audit.overall()));
    for (ColumnAudit column : audit.columns()) {
      column.groups().forEach(group -> table.row(cells(column.column(), group)));
    }
    return table;
  }

  private static String[] cells(String column, GroupMetrics group) {
    List<String> cells = new ArrayList<>();
    cells.add(group.group() + (group.small() ? " (few examples)" : ""));
    cells.add(column);
    cells.add(Numbers.count(group.n()));
    for (Estimate one : group.metrics().values()) {
      String interval = Double.isNaN(one.low()) ? "" : " (" + interval(one) + ")";
      cells.add(one.exists() ? measure(one) + interval : "none");
    }
    return cells.toArray(String[]::new);
  }

  private static String measure(Estimate one) {
    return one.exists() ? Numbers.measure(one.value()) : "none";
  }

  private static String interval(Estimate one) {
    return Double.isNaN(one.low())
        ? "none"
        : Numbers.measure(one.low()) + " to " + Numbers.measure(one.high());
  }
}
