package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;

/** Learning curves: loss and score of every network and split over the epochs. */
final class CurveCharts {
  private static final Map<String, String> SPLITS =
      Map.of("train", "training", "validation", "validation", "test", "test");

  private final String measure;
  private final ToDoubleFunction<EpochMetrics> value;
  private final boolean percent;

  private CurveCharts(String measure, ToDoubleFunction<EpochMetrics> value, boolean percent) {
    this.measure = measure;
    this.value = value;
    this.percent = percent;
  }

  /** A value at the end of an epoch. */
  private record Point(int x, double y, List<String> tip) {}

  private record Line(String network, String split, List<Point> points) {}

  private record Drawing(List<Line> lines, String x, String y, boolean percent) {}

  /** One chart of the loss, one of the score; none where nothing was trained or measured. */
  static List<Chart> of(List<EpochMetrics> metrics, Score score) {
    boolean accuracy = score == Score.ACCURACY;
    String name = accuracy ? "Accuracy" : "Root mean squared error";
    List<Chart> charts = new ArrayList<>();
    if (metrics.stream().allMatch(row -> row.epoch() == 0)) {
      return charts;
    }
    new CurveCharts("Loss", EpochMetrics::loss, false).addTo(charts, metrics);
    new CurveCharts(name, EpochMetrics::score, accuracy).addTo(charts, metrics);
    return charts;
  }

  private void addTo(List<Chart> charts, List<EpochMetrics> all) {
    List<EpochMetrics> measured =
        all.stream().filter(row -> Double.isFinite(value.applyAsDouble(row))).toList();
    if (measured.isEmpty()) {
      return;
    }
    ShownEpochs epochs = ShownEpochs.of(measured);
    List<EpochMetrics> shown = epochs.among(measured);
    Drawing drawing = new Drawing(lines(shown), "epoch", measure, percent);
    List<NetworkName> networks = NetworkName.among(measured.stream().map(EpochMetrics::network));
    String summary = summary(measured) + epochs.note();
    charts.add(Chart.of("curves", measure, summary, networks, drawing, table(shown)));
  }

  private List<Line> lines(List<EpochMetrics> measured) {
    Map<List<String>, Line> lines = new LinkedHashMap<>();
    for (EpochMetrics row : measured) {
      lines
          .computeIfAbsent(
              List.of(row.network(), row.split()),
              key -> new Line(row.network(), split(row), new ArrayList<>()))
          .points()
          .add(point(row));
    }
    return List.copyOf(lines.values());
  }

  private Point point(EpochMetrics row) {
    double shown = value.applyAsDouble(row) * (percent ? 100 : 1);
    String network = NetworkName.of(row.network()).name();
    return new Point(
        row.epoch(),
        shown,
        List.of(
            "%s, epoch %d".formatted(split(row), row.epoch()),
            "%s: %s".formatted(network, written(row))));
  }

  private String written(EpochMetrics row) {
    DoubleFunction<String> format = percent ? Numbers::percent : Numbers::measure;
    return format.apply(value.applyAsDouble(row));
  }

  private static String split(EpochMetrics row) {
    return SPLITS.getOrDefault(row.split(), row.split());
  }

  /** Where each curve ended. */
  private String summary(List<EpochMetrics> measured) {
    Map<String, Map<String, String>> ends = new LinkedHashMap<>();
    measured.forEach(
        row ->
            ends.computeIfAbsent(split(row), name -> new LinkedHashMap<>())
                .put(NetworkName.of(row.network()).name(), written(row)));
    List<String> parts = new ArrayList<>();
    ends.forEach((split, networks) -> parts.add(split + " " + values(networks)));
    return "At the end: %s.".formatted(String.join("; ", parts));
  }

  private static String values(Map<String, String> networks) {
    if (networks.size() == 1) {
      return networks.values().iterator().next();
    }
    return networks.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private DataTable table(List<EpochMetrics> measured) {
    DataTable table =
        new DataTable(
            number("epoch"),
            text("split"),
            text("network"),
            number(measure.toLowerCase(Locale.ROOT)),
            number("seconds"),
            number("examples a second"));
    for (EpochMetrics row : measured) {
      table.row(
          Integer.toString(row.epoch()),
          split(row),
          NetworkName.of(row.network()).name(),
          written(row),
          Numbers.measure(row.seconds()),
          Numbers.measure(row.examplesPerSecond()));
    }
    return table;
  }
}
