package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.PredictedNumber;
import org.twinprop.trainer.evaluation.group.Residuals;

/** Predicted numbers against true ones, beside the line where both are the same. */
public final class PredictedChart {
  private PredictedChart() {}

  private record Point(double x, double y, List<String> tip) {}

  private record Drawing(List<Point> points, double low, double high, String x, String y) {}

  /**
   * One chart for each group, all on the same axes.
   *
   * @param groups with residuals, in the order to show them
   */
  public static List<Chart> of(List<GroupMetrics> groups) {
    double low = numbers(groups).min().orElse(0);
    double high = numbers(groups).max().orElse(1);
    return groups.stream().map(group -> of(group, low, high)).toList();
  }

  private static DoubleStream numbers(List<GroupMetrics> groups) {
    return groups.stream()
        .flatMap(group -> group.residuals().sample().stream())
        .flatMapToDouble(one -> DoubleStream.of(one.target(), one.prediction()));
  }

  private static Chart of(GroupMetrics group, double low, double high) {
    List<Point> points = new ArrayList<>();
    DataTable table =
        new DataTable(number("true"), number("predicted"), number("predicted minus true"));
    for (PredictedNumber one : group.residuals().sample()) {
      String target = Numbers.measure(one.target());
      String prediction = Numbers.measure(one.prediction());
      String residual = Numbers.signed(one.residual());
      points.add(
          new Point(
              one.target(),
              one.prediction(),
              List.of(
                  group.group() + ": predicted " + prediction,
                  "true " + target,
                  "off " + residual)));
      table.row(target, prediction, residual);
    }
    Drawing drawing = new Drawing(points, low, high, "true", "predicted");
    return Chart.of(
        "predicted", group.group(), summary(group, points.size()), List.of(), drawing, table);
  }

  private static String summary(GroupMetrics group, int shown) {
    Residuals residuals = group.residuals();
    String which =
        group.n() > shown
            ? "%s of %s examples, drawn at random."
                .formatted(Numbers.count(shown), Numbers.count(group.n()))
            : group.n() == 1 ? "1 example." : Numbers.count(group.n()) + " examples.";
    return which
        + " Half of the predictions are off by %s to %s."
            .formatted(
                Numbers.signed(residuals.percentile25()), Numbers.signed(residuals.percentile75()));
  }
}
