package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** The charts that say for whom predicted numbers are off, and by how much. */
final class RegressionCharts {
  private static final String MAE = "mae";
  private static final int SHOWN_ONE_BY_ONE = 30;

  private RegressionCharts() {}

  /**
   * Every column with at least two groups, and few enough to show each.
   *
   * @param audits by the name of the network, the hand-written one first
   * @param unit of the numbers; may be empty
   */
  static List<Chart> of(Map<String, Audit> audits, String unit) {
    List<Chart> charts = new ArrayList<>();
    if (audits.isEmpty()) {
      return charts;
    }
    for (ColumnAudit column : audits.values().iterator().next().columns()) {
      int groups = column.groups().size();
      if (groups > 1 && groups <= SHOWN_ONE_BY_ONE) {
        charts.add(chart(column, audits, unit));
        charts.add(ResidualChart.of(column.column(), column.groups()));
      }
    }
    return charts;
  }

  private static Chart chart(ColumnAudit column, Map<String, Audit> audits, String unit) {
    MeasureChart chart =
        new MeasureChart(
            "Off by, on average, by " + column.column() + (unit.isEmpty() ? "" : ", in " + unit),
            summary(column, unit),
            false,
            "off by",
            audits.keySet().stream().map(Findings::displayName).toList());
    Audit first = audits.values().iterator().next();
    chart.reference(first.overall().metric(MAE).value(), "everyone");
    column.groups().stream()
        .sorted(
            Comparator.comparing(GroupMetrics::small)
                .thenComparing(group -> -group.metric(MAE).value()))
        .forEach(
            group ->
                chart.group(
                    group.group(),
                    group.n(),
                    group.small(),
                    estimates(column.column(), group.group(), audits)));
    return chart.chart();
  }

  private static List<Estimate> estimates(String column, String group, Map<String, Audit> audits) {
    return audits.values().stream()
        .map(
            audit ->
                audit.columns().stream()
                    .filter(one -> one.column().equals(column))
                    .findFirst()
                    .orElseThrow()
                    .group(group)
                    .metric(MAE))
        .toList();
  }

  private static String summary(ColumnAudit column, String unit) {
    if (!column.isCompared()) {
      return "Too few examples to compare its groups.";
    }
    return "Off most about “%s”: %s; least about “%s”: %s."
        .formatted(
            column.worst(),
            written(column.group(column.worst()), unit),
            column.best(),
            written(column.group(column.best()), unit));
  }

  private static String written(GroupMetrics group, String unit) {
    Estimate error = group.metric(MAE);
    return "%s%s (%s to %s)"
        .formatted(
            unit.equals("$") ? unit : "",
            Numbers.measure(error.value()),
            Numbers.measure(error.low()),
            Numbers.measure(error.high()));
  }
}
