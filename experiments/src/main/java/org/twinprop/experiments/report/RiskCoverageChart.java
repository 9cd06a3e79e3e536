package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** How the error falls as the least sure answers are refused. */
public final class RiskCoverageChart {
  private final List<Point> points = new ArrayList<>();
  private final DataTable table =
      new DataTable(
          number("refused"),
          number("below confidence"),
          number("read"),
          number("wrong"),
          number("error"),
          number("95% interval"));

  private record Point(double x, double y, List<String> tip) {}

  private record Line(String network, String split, List<Point> points) {}

  private record Drawing(List<Line> lines, boolean percent, String x) {}

  /**
   * Adds a point, the least refused first.
   *
   * @param refused the share that is refused
   * @param threshold the confidence below which
   */
  public void point(double refused, double threshold, int accepted, int wrong, Estimate error) {
    String confidence = String.format(Locale.ROOT, "%.4f", threshold);
    String interval = Numbers.percents(error.low(), error.high());
    points.add(
        new Point(
            100 * refused,
            100 * error.value(),
            List.of(
                Numbers.percent(refused) + " refused, below confidence " + confidence,
                "wrong: " + Numbers.percent(error.value()),
                "95% interval " + interval,
                wrong + " of " + Numbers.count(accepted))));
    table.row(
        Numbers.percent(refused),
        confidence,
        Numbers.count(accepted),
        Numbers.count(wrong),
        Numbers.percent(error.value()),
        interval);
  }

  /** The chart of the points that were added, at least one. */
  public Chart chart() {
    Point first = points.get(0);
    Point middle = points.get(Math.min(3, points.size() - 1));
    String summary =
        "Without refusal %s of the amounts are wrong; if the least sure %s are refused, %s of the others."
            .formatted(
                Numbers.percent(first.y / 100),
                Numbers.percent(middle.x / 100),
                Numbers.percent(middle.y / 100));
    Drawing drawing = new Drawing(List.of(new Line("first", "amounts", points)), true, "% refused");
    return Chart.of("curves", "Error against refusal", summary, List.of(), drawing, table);
  }
}
