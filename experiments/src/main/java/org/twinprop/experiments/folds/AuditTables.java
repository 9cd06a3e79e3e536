package org.twinprop.experiments.folds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** How wrong each network is, of classes and numbers alike: for everyone, and for groups. */
record AuditTables(Map<String, Audit> audits, String examples) {
  private static final int MOST = 30;

  private Audit first() {
    return audits.values().iterator().next();
  }

  String everyone() {
    TextTable table = header("");
    table.row(cells("everyone", first().overall(), audit -> audit.overall()));
    return table.text();
  }

  /** The groups of a column, the first thirty of them. */
  String of(String column) {
    TextTable table = header(column);
    column(first(), column).groups().stream()
        .limit(MOST)
        .forEach(
            group ->
                table.row(
                    cells(
                        Console.oneLine(group.group()) + (group.small() ? " (few)" : ""),
                        group,
                        audit -> column(audit, column).group(group.group()))));
    return table.text();
  }

  private static ColumnAudit column(Audit audit, String name) {
    return audit.columns().stream()
        .filter(one -> one.column().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private TextTable header(String column) {
    TextTable table = new TextTable().words(column).numbers(examples);
    List<String> networks = audits.keySet().stream().map(Findings::displayName).toList();
    table.numbers(first().regression() ? "MAE" : "error rate").numbers("95% interval");
    networks.stream().skip(1).forEach(table::numbers);
    return table;
  }

  private String[] cells(String name, GroupMetrics group, Function<Audit, GroupMetrics> same) {
    Estimate main = group.metric(first().mainKey());
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Formats.count(group.n()));
    cells.add(value(main.value()));
    cells.add(value(main.low()) + " to " + value(main.high()));
    audits.values().stream()
        .skip(1)
        .forEach(audit -> cells.add(value(same.apply(audit).metric(audit.mainKey()).value())));
    return cells.toArray(String[]::new);
  }

  private String value(double value) {
    return first().regression() ? Formats.measure(value) : Formats.percent(value);
  }
}
