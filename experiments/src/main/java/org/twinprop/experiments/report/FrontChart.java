package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Candidates as points, one measure across and another up; those that no other beats in both are
 * joined by a line.
 */
public final class FrontChart {
  private static final double FAR_APART = 6;

  private final String across;
  private final String up;
  private final boolean percent;
  private final List<Point> points = new ArrayList<>();
  private final DataTable table;

  /**
   * @param name of the candidate, as it stands beside its mark
   * @param front whether no other beats it in both measures
   * @param faint whether it was not trained to its end
   */
  private record Point(
      String name, double x, double y, boolean front, boolean faint, List<String> tip) {}

  private record Drawing(
      String x, String y, boolean percent, boolean doubling, List<Point> points) {}

  /**
   * @param across the measure of the horizontal axis
   * @param up that of the vertical one
   * @param percent whether both are shares
   */
  public FrontChart(String across, String up, boolean percent) {
    this.across = across;
    this.up = up;
    this.percent = percent;
    table =
        new DataTable(
            text("candidate"), text("ended"), number(across), number(up), text("on the front"));
  }

  /**
   * Adds a candidate.
   *
   * @param more lines to be shown when it is pointed at
   */
  public void candidate(
      String name, String ended, double x, double y, boolean front, List<String> more) {
    table.row(name, ended, written(x), written(y), front ? "yes" : "");
    List<String> tip = new ArrayList<>();
    tip.add("Candidate " + name + (front ? ", on the front" : ""));
    tip.add(across + ": " + written(x));
    tip.add(up + ": " + written(y));
    tip.addAll(more);
    if (Double.isFinite(x) && Double.isFinite(y)) {
      points.add(new Point(name, scaled(x), scaled(y), front, !ended.equals("finished"), tip));
    }
  }

  /**
   * @param title above it
   * @param summary what it shows, in a sentence or two
   */
  public Chart chart(String title, String summary) {
    return Chart.of(
        "front",
        title,
        summary,
        List.of(),
        new Drawing(across, up, percent, doubling(), points),
        table);
  }

  /**
   * Whether the errors lie so far apart that each line of the grid has to stand for twice the error
   * of the line before, lest the good ones lie on top of each other.
   */
  public boolean doubling() {
    double[] values =
        points.stream().flatMapToDouble(point -> DoubleStream.of(point.x, point.y)).toArray();
    double least = Arrays.stream(values).min().orElse(0);
    return least > 0 && Arrays.stream(values).max().orElse(0) > FAR_APART * least;
  }

  private double scaled(double value) {
    return percent ? 100 * value : value;
  }

  private String written(double value) {
    return percent ? Numbers.percent(value) : Numbers.measure(value);
  }
}
