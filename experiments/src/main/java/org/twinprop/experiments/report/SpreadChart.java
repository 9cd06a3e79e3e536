package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.statistics.Spread;

/** Means over repetitions as lines over a logarithmic axis, each with the range of repetitions. */
public final class SpreadChart {
  private final String title;
  private final String summary;
  private final String axis;
  private final boolean percent;
  private final List<NetworkName> series = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final DataTable table;

  private record Point(double x, double y, double low, double high, List<String> tip) {}

  private record Line(String network, String split, List<Point> points) {}

  private record Drawing(List<Line> lines, String x, boolean percent) {}

  /**
   * @param title above it
   * @param summary what it shows, in a sentence
   * @param axis what varies along it
   * @param percent whether measures are shares
   * @param series what is measured at each place; at most four
   */
  public SpreadChart(
      String title, String summary, String axis, boolean percent, List<String> series) {
    this.title = title;
    this.summary = summary;
    this.axis = axis;
    this.percent = percent;
    for (String name : series) {
      NetworkName of = SeriesNames.of(this.series.size(), name);
      this.series.add(of);
      lines.add(new Line(of.key(), name, new ArrayList<>()));
    }
    table =
        new DataTable(
            number(axis),
            text("network"),
            text("measured on"),
            number("mean"),
            number("lowest"),
            number("highest"),
            number("seeds"));
  }

  /**
   * Adds a place; places come from the left to the right.
   *
   * @param x above 0
   * @param name of the network there
   * @param spreads one for each series
   */
  public void place(double x, String name, List<Spread> spreads) {
    for (int i = 0; i < spreads.size(); i++) {
      Spread one = spreads.get(i);
      String range = "%s to %s".formatted(written(one.lowest()), written(one.highest()));
      List<String> tip =
          List.of(
              "%s %s, %s".formatted(Numbers.count(Math.round(x)), axis, name),
              "%s: %s".formatted(series.get(i).name(), written(one.mean())),
              one.n() == 1 ? "one seed" : "%d seeds: %s".formatted(one.n(), range));
      lines
          .get(i)
          .points()
          .add(new Point(x, scaled(one.mean()), scaled(one.lowest()), scaled(one.highest()), tip));
      table.row(
          Numbers.count(Math.round(x)),
          name,
          series.get(i).name(),
          written(one.mean()),
          written(one.lowest()),
          written(one.highest()),
          Integer.toString(one.n()));
    }
  }

  private double scaled(double value) {
    return percent ? 100 * value : value;
  }

  private String written(double value) {
    return percent ? Numbers.percent(value) : Numbers.measure(value);
  }

  /** The chart of all places. */
  public Chart chart() {
    return Chart.of("spreads", title, summary, series, new Drawing(lines, axis, percent), table);
  }
}
