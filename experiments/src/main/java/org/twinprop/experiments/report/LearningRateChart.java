package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.trainer.HandwrittenLearner;

/** How the learning rate goes through training, where it does not stay as it is. */
final class LearningRateChart {
  private static final int MOMENTS_OF_EPOCH = 4;
  private static final int MOST_MOMENTS = 800;

  private LearningRateChart() {}

  /** The rate at a moment, which is counted in epochs. */
  private record Point(double x, double y, List<String> tip) {}

  private record Line(String network, String split, List<Point> points) {}

  private record Drawing(List<Line> lines, String x, String y, boolean percent) {}

  /**
   * @param settings of the run; the schedule is read from them
   * @return empty if they say nothing of it, or if it is constant
   */
  static Optional<Chart> of(Map<String, Object> settings) {
    if (settings.get("learning_rate") instanceof Double rate
        && settings.get("schedule") instanceof String schedule
        && settings.get("epochs") instanceof Integer epochs
        && epochs > 0) {
      List<Point> points = points(rate, NetworkText.parseSchedule(schedule), epochs);
      boolean constant = points.stream().allMatch(point -> point.y() == points.get(0).y());
      return constant ? Optional.empty() : Optional.of(chart(schedule, points));
    }
    return Optional.empty();
  }

  private static List<Point> points(double rate, Schedule schedule, int epochs) {
    List<Point> points = new ArrayList<>();
    long moments = Math.min((long) epochs * MOMENTS_OF_EPOCH, MOST_MOMENTS);
    for (int i = 0; i <= moments; i++) {
      double moment = (double) epochs * i / moments;
      double now = rate * schedule.factor(moment, epochs);
      points.add(
          new Point(
              moment,
              now,
              List.of(
                  "after " + Numbers.measure(moment) + " epochs",
                  "learning rate: " + Numbers.measure(now))));
    }
    return points;
  }

  private static Chart chart(String schedule, List<Point> points) {
    double highest = points.stream().mapToDouble(Point::y).max().orElseThrow();
    String summary =
        "By the schedule %s: %s at first, at most %s, and %s at the end."
            .formatted(
                schedule,
                Numbers.measure(points.get(0).y()),
                Numbers.measure(highest),
                Numbers.measure(points.get(points.size() - 1).y()));
    Line line = new Line(HandwrittenLearner.NAME, "", points);
    Drawing drawing = new Drawing(List.of(line), "epochs", "Learning rate", false);
    return Chart.of("curves", "Learning rate", summary, List.of(), drawing, table(points));
  }

  private static DataTable table(List<Point> points) {
    DataTable table = new DataTable(number("epochs"), number("learning rate"));
    points.forEach(point -> table.row(Numbers.measure(point.x()), Numbers.measure(point.y())));
    return table;
  }
}
