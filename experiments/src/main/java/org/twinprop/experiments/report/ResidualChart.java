package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.Residuals;

/**
 * The residuals of groups: the median as a mark, the middle half as a thick line, all but the 5% at
 * either end as a thin one, beside a line at 0. A residual is prediction minus truth.
 */
public final class ResidualChart {
  private static final String READING =
      "Prediction minus truth: left of the dotted line predictions are too low, right of it too high. The mark is the example in the middle of its group, the thick line the middle half, the thin line all but the 5%% at either end.%s";

  private final String title;
  private final List<NetworkName> series = new ArrayList<>();
  private final List<IntervalDrawing.Row> rows = new ArrayList<>();
  private final List<IntervalDrawing.Dot> dots = new ArrayList<>();
  private final List<Group> compared = new ArrayList<>();
  private final DataTable table =
      new DataTable(
          text("group"),
          text("of"),
          number("examples"),
          number("5% below"),
          number("25% below"),
          number("median"),
          number("25% above"),
          number("5% above"));

  /** A group that is not small, with the residuals of the first series. */
  private record Group(String name, Residuals residuals) {
    double width() {
      return residuals.percentile75() - residuals.percentile25();
    }

    String told() {
      return "“%s” (%s to %s)"
          .formatted(
              name,
              Numbers.signed(residuals.percentile25()),
              Numbers.signed(residuals.percentile75()));
    }
  }

  /**
   * @param title above the chart
   * @param series whose residuals they are; at most four
   */
  public ResidualChart(String title, List<String> series) {
    this.title = title;
    for (String name : series.subList(0, Math.min(SeriesNames.most(), series.size()))) {
      this.series.add(SeriesNames.of(this.series.size(), name));
    }
  }

  /**
   * Groups of one column by one prediction.
   *
   * @param column the kind of group
   * @param groups with residuals, in the order to show them
   */
  public static Chart of(String column, List<GroupMetrics> groups) {
    ResidualChart chart =
        new ResidualChart("How far too low or too high, by " + column, List.of("residual"));
    groups.forEach(g -> chart.group(g.group(), g.n(), g.small(), List.of(g.residuals())));
    return chart.chart();
  }

  /**
   * Adds a group.
   *
   * @param n examples in it
   * @param faint whether it is too small to be compared
   * @param residuals one for each series
   */
  public void group(String name, long n, boolean faint, List<Residuals> residuals) {
    for (int i = 0; i < series.size(); i++) {
      Residuals one = residuals.get(i);
      dots.add(dot(name, n, faint, series.get(i), one));
      table.row(
          name + (faint ? " (few examples)" : ""),
          series.get(i).name(),
          Numbers.count(n),
          Numbers.signed(one.percentile5()),
          Numbers.signed(one.percentile25()),
          Numbers.signed(one.median()),
          Numbers.signed(one.percentile75()),
          Numbers.signed(one.percentile95()));
    }
    rows.add(new IntervalDrawing.Row(name, Numbers.signed(residuals.get(0).median())));
    if (!faint) {
      compared.add(new Group(name, residuals.get(0)));
    }
  }

  private IntervalDrawing.Dot dot(
      String name, long n, boolean faint, NetworkName of, Residuals one) {
    return new IntervalDrawing.Dot(
        rows.size(),
        of.key(),
        one.median(),
        one.percentile5(),
        one.percentile95(),
        new IntervalDrawing.Part(one.percentile25(), one.percentile75()),
        faint,
        List.of(
            name,
            of.name() + " in the middle: " + Numbers.signed(one.median()),
            "middle half " + between(one.percentile25(), one.percentile75()),
            "nine in ten " + between(one.percentile5(), one.percentile95()),
            Numbers.count(n) + " examples"));
  }

  private static String between(double low, double high) {
    return Numbers.signed(low) + " to " + Numbers.signed(high);
  }

  private String extremes() {
    Group widest = null;
    Group narrowest = null;
    for (Group group : compared) {
      widest = widest == null || group.width() > widest.width() ? group : widest;
      narrowest = narrowest == null || group.width() < narrowest.width() ? group : narrowest;
    }
    return compared.size() < 2 || widest.equals(narrowest)
        ? ""
        : " The middle half is widest for %s, narrowest for %s."
            .formatted(widest.told(), narrowest.told());
  }

  /** The chart, with the groups in the order in which they were added. */
  public Chart chart() {
    List<NetworkName> legend = series.size() > 1 ? series : List.of();
    IntervalDrawing.Reference right = new IntervalDrawing.Reference(0, "right");
    return Chart.of(
        "intervals",
        title,
        READING.formatted(extremes()),
        legend,
        new IntervalDrawing(rows, dots, right, true),
        table);
  }
}
