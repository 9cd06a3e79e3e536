package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.twinprop.trainer.evaluation.GroupErrorRate;

/** Error rates of groups as dots with their intervals, beside a line at the overall rate. */
final class IntervalChart {
  private IntervalChart() {}

  /** All groups of a column, of which there is at least one. */
  static Chart of(GroupColumnRates rates) {
    return of("By " + rates.column(), extremes(rates.groups()), rates, rates.groups());
  }

  /**
   * @param title above the chart
   * @param summary of what it shows
   * @param rates of the column
   * @param groups of it that are drawn, in their order
   */
  static Chart of(
      String title, String summary, GroupColumnRates rates, List<List<GroupErrorRate>> groups) {
    List<IntervalDrawing.Row> rows = new ArrayList<>();
    List<IntervalDrawing.Dot> dots = new ArrayList<>();
    for (List<GroupErrorRate> group : groups) {
      GroupErrorRate first = group.get(0);
      group.forEach(rate -> dots.add(dot(rows.size(), rate)));
      rows.add(new IntervalDrawing.Row(first.group(), Numbers.percent(first.errorRate())));
    }
    IntervalDrawing drawing = new IntervalDrawing(rows, dots, reference(rates), false);
    return Chart.of("intervals", title, summary, rates.networks(), drawing, table(rates, groups));
  }

  private static IntervalDrawing.Dot dot(int row, GroupErrorRate rate) {
    return new IntervalDrawing.Dot(
        row,
        rate.network(),
        100 * rate.errorRate(),
        100 * rate.low(),
        100 * rate.high(),
        null,
        rate.small(),
        List.of(
            rate.column() + ": " + rate.group(),
            NetworkName.of(rate.network()).name() + ": " + Numbers.percent(rate.errorRate()),
            "95% interval " + Numbers.percents(rate.low(), rate.high()),
            Numbers.count(rate.errors()) + " of " + Numbers.count(rate.n()) + " wrong"));
  }

  private static IntervalDrawing.Reference reference(GroupColumnRates rates) {
    if (rates.overall().isEmpty()) {
      return null;
    }
    double rate = rates.overall().get(0).errorRate();
    return new IntervalDrawing.Reference(100 * rate, "everyone " + Numbers.percent(rate));
  }

  private static String extremes(List<List<GroupErrorRate>> groups) {
    GroupErrorRate first = groups.get(0).get(0);
    List<GroupErrorRate> large =
        groups.stream().map(group -> group.get(0)).filter(rate -> !rate.small()).toList();
    GroupErrorRate last = large.isEmpty() ? first : large.get(large.size() - 1);
    String most = "Most often wrong about “%s”: %s".formatted(first.group(), withInterval(first));
    return first.equals(last)
        ? most + "."
        : most + "; least often about “%s”: %s.".formatted(last.group(), withInterval(last));
  }

  private static String withInterval(GroupErrorRate rate) {
    return "%s (%s)"
        .formatted(Numbers.percent(rate.errorRate()), Numbers.percents(rate.low(), rate.high()));
  }

  private static DataTable table(GroupColumnRates rates, List<List<GroupErrorRate>> groups) {
    List<GroupErrorRate> rows =
        Stream.concat(rates.overall().stream(), groups.stream().flatMap(List::stream)).toList();
    DataTable table =
        new DataTable(
            text(rates.column()),
            text("network"),
            number("wrong"),
            number("of"),
            number("error rate"),
            number("95% interval"));
    rows.forEach(rate -> add(table, rate));
    return table;
  }

  private static void add(DataTable table, GroupErrorRate rate) {
    table.row(
        rate.group() + (rate.small() ? " (few examples)" : ""),
        NetworkName.of(rate.network()).name(),
        Numbers.count(rate.errors()),
        Numbers.count(rate.n()),
        Numbers.percent(rate.errorRate()),
        Numbers.percents(rate.low(), rate.high()));
  }
}
