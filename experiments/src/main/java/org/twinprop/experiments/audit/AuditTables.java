package org.twinprop.experiments.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.Disparity;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** An audit as tables on the console: for each column its groups, and how far they lie apart. */
record AuditTables(Console console, Audit audit) {
  private static final int SHOWN = 30;

  /** Metrics beside the main one, where they exist; the others are in the files. */
  private static final Map<String, String> BESIDE =
      new TreeMap<>(
          Map.of(
              "bias", "bias",
              "fnr", "false negatives",
              "fpr", "false positives",
              "precision", "precision",
              "r2", "R2",
              "rmse", "RMSE",
              "selection_rate", "selected"));

  void print() {
    for (ColumnAudit column : audit.columns()) {
      console.gap();
      console.print(groups(column));
      if (column.isCompared()) {
        console.gap();
        console.print(disparities(column));
        console.print(
            "(reference: %s; whether a difference may be chance is for the tests to say, not for intervals)"
                .formatted(Console.oneLine(column.reference())));
        console.gap();
        console.print(tests(column));
      }
    }
  }

  private List<String> beside() {
    return BESIDE.keySet().stream().filter(audit.overall().metrics()::containsKey).toList();
  }

  /** The worst first, small groups last, everyone below. */
  private String groups(ColumnAudit column) {
    TextTable table = new TextTable().words(Console.oneLine(column.column())).numbers("examples");
    table.numbers(audit.regression() ? "MAE" : "error rate").numbers("95% interval");
    beside().forEach(key -> table.numbers(BESIDE.get(key)));
    Comparator<GroupMetrics> worstFirst =
        Comparator.comparing(GroupMetrics::small)
            .thenComparing(group -> -group.metric(audit.mainKey()).value());
    column.groups().stream()
        .sorted(worstFirst)
        .limit(SHOWN)
        .forEach(group -> table.row(cells(group)));
    table.row(cells(audit.overall()));
    int more = column.groups().size() - SHOWN;
    return more > 0
        ? table.text() + System.lineSeparator() + "(%d more in groups.csv)".formatted(more)
        : table.text();
  }

  private String[] cells(GroupMetrics group) {
    Estimate main = group.metric(audit.mainKey());
    List<String> cells = new ArrayList<>();
    cells.add(Console.oneLine(group.group()) + (group.small() ? " (few)" : ""));
    cells.add(Formats.count(group.n()));
    cells.add(value(main.value()));
    cells.add(value(main.low()) + " to " + value(main.high()));
    for (String key : beside()) {
      double value = group.metric(key).value();
      boolean share = !audit.regression();
      cells.add(
          Double.isNaN(value) ? "none" : share ? Formats.percent(value) : Formats.measure(value));
    }
    return cells.toArray(String[]::new);
  }

  private String value(double value) {
    return audit.regression() ? Formats.measure(value) : Formats.percent(value);
  }

  private static String disparities(ColumnAudit column) {
    TextTable table =
        new TextTable()
            .words("disparity")
            .numbers("value")
            .numbers("95% interval")
            .words("between");
    for (Disparity disparity : column.disparities()) {
      Estimate estimate = disparity.estimate();
      table.row(
          disparity.key(),
          measure(estimate.value()),
          Double.isNaN(estimate.low())
              ? "none"
              : Formats.measure(estimate.low()) + " to " + Formats.measure(estimate.high()),
          Console.oneLine(disparity.group()) + " and " + Console.oneLine(disparity.comparedWith()));
    }
    return table.text();
  }

  private static String measure(double value) {
    return Double.isNaN(value) ? "none" : Formats.measure(value);
  }

  private String tests(ColumnAudit column) {
    TextTable table =
        new TextTable()
            .words("test against chance")
            .words("by")
            .numbers("p (Holm)")
            .words("difference")
            .numbers("detectable");
    for (ColumnTest test : column.tests()) {
      boolean made = !Double.isNaN(test.adjustedPValue());
      table.row(
          test.rate(),
          test.significance().test(),
          made ? Formats.pValue(test.adjustedPValue()) : "-",
          made ? (test.found() ? console.bold("found") : "not found") : "nothing to compare",
          measure(test.detectableDifference()));
    }
    return table.text();
  }
}
