package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;

/**
 * Groups of one column, each with what was taken for what and with what its scores are worth, or of
 * a regression with what was predicted for what is true.
 *
 * @param column the kind of group; empty for everyone
 * @param confusions a matrix for each group; empty where there are too many classes to read
 * @param calibrations a chart for each group with scores
 * @param predictions a chart for each group of a regression
 */
public record Panel(
    String column, List<Confusion> confusions, List<Chart> calibrations, List<Chart> predictions) {
  private static final int MOST_GROUPS = 12;
  private static final int MOST_CLASSES = 15;

  /** Everyone, then each column that has few enough groups to look at one by one. */
  static List<Panel> of(Audit audit) {
    List<Panel> panels = new ArrayList<>(List.of(of(audit, "", List.of(audit.overall()))));
    for (ColumnAudit column : audit.columns()) {
      if (column.groups().size() <= MOST_GROUPS) {
        panels.add(of(audit, column.column(), column.groups()));
      }
    }
    return panels;
  }

  /**
   * @param groups of which the first twelve are shown
   */
  public static Panel of(Audit audit, String column, List<GroupMetrics> groups) {
    List<GroupMetrics> shown = groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
    boolean readable = !audit.regression() && audit.classes().size() <= MOST_CLASSES;
    String outcome = audit.positive() == null ? "right" : "truly “" + audit.positive() + "”";
    return new Panel(
        column,
        readable
            ? shown.stream().map(group -> Confusion.of(group, audit.classes())).toList()
            : List.of(),
        shown.stream()
            .filter(group -> !group.calibration().isEmpty())
            .map(group -> CalibrationChart.of(group, outcome))
            .toList(),
        audit.regression() ? PredictedChart.of(shown) : List.of());
  }
}
