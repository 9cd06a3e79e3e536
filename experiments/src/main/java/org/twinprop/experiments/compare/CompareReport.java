package org.twinprop.experiments.compare;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinprop.data.SourceFile;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.DataTable;
import org.twinprop.experiments.report.Figure;
import org.twinprop.experiments.report.MeasureChart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.experiments.report.ResidualChart;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** The page that tells a comparison. */
final class CompareReport {
  private static final String TEMPLATE = "org/twinprop/experiments/report/compare.peb";
  private static final int MOST_GROUPS = 40;
  private static final int MOST_WARNINGS = 12;

  private final CompareResult result;
  private final Comparison comparison;

  private CompareReport(CompareResult result) {
    this.result = result;
    comparison = result.comparison();
  }

  static String render(CompareResult result, List<PredictionFile> files, List<String> commandLine) {
    return new CompareReport(result).render(files, commandLine);
  }

  private String render(List<PredictionFile> files, List<String> commandLine) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", "Which is better, and for whom");
    page.put(
        "introduction",
        "%d predictions for the same %s examples: %s."
            .formatted(
                comparison.names().size(),
                Numbers.count(result.examples()),
                String.join(", ", comparison.names())));
    page.put("figures", figures());
    page.put("findings", result.findings());
    page.put("warnings", result.warnings().stream().limit(MOST_WARNINGS).toList());
    page.put("moreWarnings", Math.max(0, result.warnings().size() - MOST_WARNINGS));
    page.put("charts", charts());
    page.put("numbers", table());
    page.put("files", files(files));
    page.put("program", program(commandLine));
    page.put("regression", comparison.regression());
    page.put("unit", comparison.unit());
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < comparison.names().size(); i++) {
      Estimate value = comparison.overall().values().get(i);
      figures.add(
          new Figure(
              (comparison.regression() ? "Off by, " : "Wrong, ") + comparison.names().get(i),
              value(value.value()),
              "95% interval " + interval(value)));
    }
    return figures;
  }

  private List<Chart> charts() {
    Map<String, List<GroupComparison>> columns = new LinkedHashMap<>();
    comparison
        .groups()
        .forEach(g -> columns.computeIfAbsent(g.column(), name -> new ArrayList<>()).add(g));
    List<Chart> charts = new ArrayList<>();
    columns.forEach(
        (column, groups) -> {
          charts.add(values(column, groups));
          charts.add(changes(column, groups));
          if (comparison.regression()) {
            charts.add(residuals(column, groups));
          }
        });
    return charts;
  }

  /** Those who are most affected first; small groups last. */
  private static List<GroupComparison> shown(List<GroupComparison> groups) {
    return groups.stream()
        .sorted(
            Comparator.comparing(GroupComparison::small)
                .thenComparing(g -> -g.values().get(0).value()))
        .limit(MOST_GROUPS)
        .toList();
  }

  private Chart values(String column, List<GroupComparison> groups) {
    MeasureChart chart =
        new MeasureChart(
            (comparison.regression() ? "Off by, on average, by " : "Wrong, by ") + column,
            "The same examples, predicted %d times.%s"
                .formatted(comparison.names().size(), more(groups)),
            !comparison.regression(),
            comparison.regression() ? "mae" : "error_rate",
            comparison.names());
    chart.reference(comparison.overall().values().get(0).value(), "everyone, " + first());
    shown(groups).forEach(g -> chart.group(g.group(), g.n(), g.small(), g.values()));
    return chart.chart();
  }

  private Chart changes(String column, List<GroupComparison> groups) {
    List<String> others = comparison.names().subList(1, comparison.names().size());
    MeasureChart chart =
        new MeasureChart(
            "Who gained and who lost, by " + column,
            "How much more wrong than %s: left of the dotted line groups gained, right of it they lost. Where a line crosses it, chance may explain it; whether a change is more than chance is for the tests to say, whose p-values are corrected for their number.%s"
                .formatted(first(), more(groups)),
            !comparison.regression(),
            "more wrong",
            others);
    chart.reference(0, "no change");
    shown(groups)
        .forEach(
            g ->
                chart.group(
                    g.group(),
                    g.n(),
                    g.small(),
                    IntStream.rangeClosed(1, others.size())
                        .mapToObj(to -> g.change(0, to).difference())
                        .toList()));
    return chart.chart();
  }

  private Chart residuals(String column, List<GroupComparison> groups) {
    ResidualChart chart =
        new ResidualChart("How far too low or too high, by " + column, comparison.names());
    shown(groups).forEach(g -> chart.group(g.group(), g.n(), g.small(), g.residuals()));
    return chart.chart();
  }

  private static String more(List<GroupComparison> groups) {
    int more = groups.size() - MOST_GROUPS;
    return more > 0 ? " %d more groups are in the table.".formatted(more) : "";
  }

  private String first() {
    return comparison.names().get(0);
  }

  private DataTable table() {
    String before = comparison.regression() ? "off by" : "wrong";
    DataTable table =
        new DataTable(
            text("group"),
            text("by"),
            number("examples"),
            number("change"),
            number("95% interval"),
            number("p (Holm)"),
            text("verdict"),
            text("from"),
            number(before),
            text("to"),
            number(before + " then"),
            text("test"));
    add(table, comparison.overall());
    comparison.groups().forEach(group -> add(table, group));
    return table;
  }

  private void add(DataTable table, GroupComparison group) {
    for (Change change : group.changes()) {
      boolean made = !Double.isNaN(change.adjustedPValue());
      table.row(
          group.group() + (group.small() ? " (few examples)" : ""),
          group.column(),
          Numbers.count(group.n()),
          value(change.difference().value()),
          interval(change.difference()),
          made ? Formats.pValue(change.adjustedPValue()) : "–",
          group.small() ? "not compared" : change.verdict().toString(),
          comparison.names().get(change.from()),
          value(group.values().get(change.from()).value()),
          comparison.names().get(change.to()),
          value(group.values().get(change.to()).value()),
          change.significance().test());
    }
  }

  private static DataTable files(List<PredictionFile> files) {
    DataTable table =
        new DataTable(text("compared"), text("predictions"), number("bytes"), text("SHA-256"));
    for (PredictionFile file : files) {
      SourceFile source = SourceFile.of(file.file());
      table.row(file.name(), file.prediction(), Numbers.count(source.bytes()), source.sha256());
    }
    return table;
  }

  private Map<String, String> program(List<String> commandLine) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Command", String.join(" ", commandLine));
    lines.put("Seed", Long.toString(result.seed()));
    lines.put("Twinprop", Build.ofThisProgram().toString());
    return lines;
  }

  private String interval(Estimate one) {
    return Double.isNaN(one.low()) ? "none" : value(one.low()) + " to " + value(one.high());
  }

  private String value(double value) {
    return comparison.regression() ? Numbers.measure(value) : Numbers.percent(value);
  }
}
