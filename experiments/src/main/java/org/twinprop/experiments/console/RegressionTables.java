package org.twinprop.experiments.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.twinprop.data.TargetScale;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * How far predicted numbers are off, for everyone and for each group, the networks side by side.
 *
 * @param audits of each network, the hand-written one first
 * @param scale writes values in the unit of the target
 * @param examples what they are about, in the plural
 */
public record RegressionTables(Map<String, Audit> audits, TargetScale scale, String examples) {
  private static final String MAE = "mae";
  private static final int MOST_GROUPS = 30;

  /** Everyone: how far each network is off. */
  public String everyone() {
    TextTable table =
        new TextTable()
            .words("network")
            .numbers("off by")
            .numbers("95% interval")
            .numbers("RMSE")
            .numbers("bias")
            .numbers("R2")
            .numbers("of " + examples);
    audits.forEach(
        (network, audit) -> {
          GroupMetrics all = audit.overall();
          table.row(
              Findings.displayName(network),
              scale.written(all.metric(MAE).value()),
              interval(all.metric(MAE)),
              scale.written(all.metric("rmse").value()),
              scale.written(all.metric("bias").value()),
              Formats.measure(all.metric("r2").value()),
              Formats.count(all.n()));
        });
    return table.text();
  }

  /** The groups of a column, by name; small ones marked. */
  public String groups(String column) {
    TextTable table =
        new TextTable()
            .words(column)
            .numbers(examples)
            .numbers("off by")
            .numbers("95% interval")
            .numbers("bias");
    others().forEach(network -> table.numbers(Findings.displayName(network)));
    List<GroupMetrics> groups = ofFirst(column).groups();
    List<GroupMetrics> shown =
        groups.size() <= MOST_GROUPS
            ? groups
            : groups.stream()
                .sorted(
                    Comparator.comparing(GroupMetrics::small)
                        .thenComparing(group -> -group.metric(MAE).value()))
                .limit(MOST_GROUPS)
                .toList();
    shown.forEach(group -> table.row(cells(column, group)));
    int more = groups.size() - shown.size();
    return more > 0
        ? table.text() + System.lineSeparator() + "(%d more in groups.csv)".formatted(more)
        : table.text();
  }

  private String[] cells(String column, GroupMetrics group) {
    List<String> cells = new ArrayList<>();
    cells.add(Console.oneLine(group.group()) + (group.small() ? " (few)" : ""));
    cells.add(Formats.count(group.n()));
    cells.add(scale.written(group.metric(MAE).value()));
    cells.add(interval(group.metric(MAE)));
    cells.add(scale.written(group.metric("bias").value()));
    others()
        .forEach(
            network ->
                cells.add(
                    scale.written(
                        column(audits.get(network), column)
                            .group(group.group())
                            .metric(MAE)
                            .value())));
    return cells.toArray(String[]::new);
  }

  private List<String> others() {
    return audits.keySet().stream().skip(1).toList();
  }

  private ColumnAudit ofFirst(String column) {
    return column(audits.values().iterator().next(), column);
  }

  private static ColumnAudit column(Audit audit, String column) {
    return audit.columns().stream()
        .filter(one -> one.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private String interval(Estimate estimate) {
    return scale.written(estimate.low()) + " to " + scale.written(estimate.high());
  }
}
