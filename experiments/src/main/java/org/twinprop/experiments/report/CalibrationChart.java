package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.CalibrationBin;
import org.twinprop.trainer.evaluation.group.GroupMetrics;

/** What came true of each tenth of the scores, beside the line where scores mean what they say. */
public final class CalibrationChart {
  private CalibrationChart() {}

  private record Point(double x, double y, double low, double high, List<String> tip) {}

  private record Drawing(List<Point> points, String x, String y) {}

  /**
   * @param group with scores
   * @param outcome what came true, such as: of the class
   */
  public static Chart of(GroupMetrics group, String outcome) {
    List<Point> points = new ArrayList<>();
    DataTable table =
        new DataTable(
            number("scores up to"),
            number("examples"),
            number("mean score"),
            number("came true"),
            number("95% interval"));
    for (CalibrationBin bin : group.calibration()) {
      String share = Numbers.percent(bin.outcome().value());
      String interval = Numbers.percents(bin.outcome().low(), bin.outcome().high());
      String score = Numbers.percent(bin.meanScore());
      points.add(
          new Point(
              100 * bin.meanScore(),
              100 * bin.outcome().value(),
              100 * bin.outcome().low(),
              100 * bin.outcome().high(),
              List.of(
                  group.group() + ": score " + score,
                  outcome + ": " + share,
                  "95% interval " + interval,
                  Numbers.count(bin.n()) + " examples")));
      table.row(Numbers.percent(bin.to()), Numbers.count(bin.n()), score, share, interval);
    }
    return Chart.of(
        "calibration",
        group.group(),
        "Scores lie %s from what came true, on average; Brier score %s."
            .formatted(
                Numbers.percent(group.metric("expected_calibration_error").value()),
                Numbers.measure(group.metric("brier").value())),
        List.of(),
        new Drawing(points, "score", outcome),
        table);
  }
}
