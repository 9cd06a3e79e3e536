package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twinprop.trainer.evaluation.GroupErrorRate;

/** The charts that say for whom the networks are wrong. */
final class GroupCharts {
  private static final int SHOWN_ONE_BY_ONE = 30;
  private static final int WORST = 12;

  private GroupCharts() {}

  /**
   * Every column with at least two groups; those with many come last, each as the spread of its
   * groups and the worst of them.
   */
  static List<Chart> of(List<GroupErrorRate> rates) {
    List<Chart> charts = new ArrayList<>();
    List<Chart> ofMany = new ArrayList<>();
    for (GroupColumnRates column : GroupColumnRates.of(rates)) {
      if (column.groups().size() > SHOWN_ONE_BY_ONE) {
        ofMany.addAll(many(column));
      } else if (column.groups().size() > 1) {
        charts.add(IntervalChart.of(column));
      }
    }
    charts.addAll(ofMany);
    return charts;
  }

  private static List<Chart> many(GroupColumnRates column) {
    if (column.large().isEmpty()) {
      return List.of();
    }
    return List.of(DistributionChart.of(column), worst(column));
  }

  private static Chart worst(GroupColumnRates column) {
    List<List<GroupErrorRate>> worst = surelyWorst(column);
    return IntervalChart.of(
        "The %d hardest %ss".formatted(worst.size(), column.column()),
        "In the order of the lower ends of their intervals: with few examples, it takes more errors"
            + " to be sure.",
        column,
        worst);
  }

  /** By the lower end of the interval, so that two errors in ten do not outrank forty in 300. */
  private static List<List<GroupErrorRate>> surelyWorst(GroupColumnRates column) {
    return column.large().stream()
        .sorted(Comparator.comparingDouble(group -> -group.get(0).low()))
        .limit(WORST)
        .toList();
  }
}
