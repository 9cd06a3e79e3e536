package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * Measures of groups as dots with their intervals, one or several for each group, beside a line at
 * a value to compare with.
 */
public final class MeasureChart {
  private final String title;
  private final String summary;
  private final boolean percent;
  private final List<NetworkName> series = new ArrayList<>();
  private final List<IntervalDrawing.Row> rows = new ArrayList<>();
  private final List<IntervalDrawing.Dot> dots = new ArrayList<>();
  private final DataTable table;
  private IntervalDrawing.Reference reference;

  /**
   * @param title above the chart
   * @param summary what it shows, in a sentence
   * @param percent whether measures are shares
   * @param what the measure is called
   * @param series what is measured of each group; at most four
   */
  public MeasureChart(
      String title, String summary, boolean percent, String what, List<String> series) {
    this.title = title;
    this.summary = summary;
    this.percent = percent;
    for (String name : series.subList(0, Math.min(SeriesNames.most(), series.size()))) {
      this.series.add(SeriesNames.of(this.series.size(), name));
    }
    table =
        new DataTable(
            text("group"), text("of"), number("examples"), number(what), number("95% interval"));
  }

  /** Draws a line at the value that groups are compared with. */
  public void reference(double value, String label) {
    reference =
        new IntervalDrawing.Reference(
            scaled(value), value == 0 ? label : label + " " + written(value));
  }

  /**
   * Adds a group.
   *
   * @param faint whether it is too small to be compared
   * @param estimates one for each series; those without a value are said to be none
   */
  public void group(String name, long n, boolean faint, List<Estimate> estimates) {
    for (int i = 0; i < series.size(); i++) {
      Estimate one = estimates.get(i);
      String interval =
          Double.isNaN(one.low()) ? "none" : written(one.low()) + " to " + written(one.high());
      table.row(
          name + (faint ? " (few examples)" : ""),
          series.get(i).name(),
          Numbers.count(n),
          one.exists() ? written(one.value()) : "none",
          one.exists() ? interval : "–");
      if (one.exists()) {
        dots.add(dot(name, n, faint, series.get(i), one, interval));
      }
    }
    rows.add(new IntervalDrawing.Row(name, series.size() > 1 ? "" : shown(estimates.get(0))));
  }

  /** Beside the row of a single series; of several, no number would say whose it is. */
  private String shown(Estimate one) {
    return one.exists() ? written(one.value()) : "none";
  }

  private IntervalDrawing.Dot dot(
      String name, long n, boolean faint, NetworkName of, Estimate one, String interval) {
    // a value without an interval is a mark without a line
    boolean without = Double.isNaN(one.low());
    return new IntervalDrawing.Dot(
        rows.size(),
        of.key(),
        scaled(one.value()),
        scaled(without ? one.value() : one.low()),
        scaled(without ? one.value() : one.high()),
        null,
        faint,
        List.of(
            name,
            of.name() + ": " + written(one.value()),
            "95% interval " + interval,
            Numbers.count(n) + " examples"));
  }

  private double scaled(double value) {
    return percent ? 100 * value : value;
  }

  private String written(double value) {
    return percent ? Numbers.percent(value) : Numbers.measure(value);
  }

  /** The chart, with the groups in the order in which they were added. */
  public Chart chart() {
    // one series needs no legend: the title says what it is
    List<NetworkName> legend = series.size() > 1 ? series : List.of();
    return Chart.of(
        "intervals",
        title,
        summary,
        legend,
        new IntervalDrawing(rows, dots, reference, !percent),
        table);
  }
}
