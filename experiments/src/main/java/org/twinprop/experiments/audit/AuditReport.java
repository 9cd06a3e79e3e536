package org.twinprop.experiments.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.Figure;
import org.twinprop.experiments.report.MeasureChart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.experiments.report.Panel;
import org.twinprop.experiments.report.ResidualChart;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** The page that tells an audit: first in words, then in charts and tables. */
final class AuditReport {
  private static final String TEMPLATE = "org/twinprop/experiments/report/audit.peb";
  private static final int MOST_GROUPS = 40;

  private final AuditResult result;
  private final Audit audit;

  private AuditReport(AuditResult result) {
    this.result = result;
    audit = result.audit();
  }

  /** What the page shows of one column. */
  record Section(String column, List<Chart> charts, Panel panel) {}

  /**
   * @param commandLine as it was typed
   */
  static String render(AuditResult result, List<String> commandLine) {
    return new AuditReport(result).render(commandLine);
  }

  private String render(List<String> commandLine) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", "Whom it fails: " + result.file().name());
    page.put("introduction", introduction());
    page.put("figures", figures());
    page.put("findings", result.findings());
    page.put("limits", result.limits());
    page.put("notes", result.notes());
    page.put("sections", audit.columns().stream().map(this::section).toList());
    page.put("overall", Panel.of(audit, "", List.of(audit.overall())));
    page.put("wide", audit.classes().size() > 4);
    page.put("disparities", AuditDataTables.disparities(audit));
    page.put("tests", AuditDataTables.tests(audit));
    page.put("pairs", AuditDataTables.pairs(audit));
    page.put("metrics", AuditDataTables.metrics(audit));
    page.put("settings", settings());
    page.put("program", program(commandLine));
    page.put("words", AuditWords.of(audit));
    page.put("regression", audit.regression());
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private String introduction() {
    String columns = String.join(", ", audit.columns().stream().map(ColumnAudit::column).toList());
    String about =
        audit.regression()
            ? "predicted numbers are compared with the true ones"
            : "predicted answers are compared with the true ones";
    return "For %s in the file %s, %s: for everyone, and for groups by %s."
        .formatted(Formats.count(result.rows(), "example"), result.file().name(), about, columns);
  }

  private List<Figure> figures() {
    Estimate main = audit.overall().metric(audit.mainKey());
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            audit.regression() ? "Off by, on average" : "Wrong",
            value(main.value()),
            "95% interval " + value(main.low()) + " to " + value(main.high())));
    figures.add(new Figure("Examples", Numbers.count(result.rows()), "rows of the file"));
    figures.add(
        new Figure(
            "Groups differ in errors",
            differing(column -> column.tests().stream().limit(1).anyMatch(ColumnTest::found)),
            "ways to divide them show more than chance"));
    if (audit.columns().stream().anyMatch(column -> column.tests().size() > 1)) {
      figures.add(
          new Figure(
              audit.regression() ? "In bias: too high or too low" : "In kinds of errors",
              differing(column -> column.tests().stream().skip(1).anyMatch(ColumnTest::found)),
              "show more than chance; tested by themselves"));
    }
    return figures;
  }

  /** In how many columns something was found, of those that can be compared. */
  private String differing(Predicate<ColumnAudit> found) {
    return "%d of %d"
        .formatted(audit.columns().stream().filter(found).count(), audit.columns().size());
  }

  private Section section(ColumnAudit column) {
    List<GroupMetrics> sorted =
        column.groups().stream()
            .sorted(
                Comparator.comparing(GroupMetrics::small)
                    .thenComparing(group -> -group.metric(audit.mainKey()).value()))
            .toList();
    List<GroupMetrics> shown = sorted.subList(0, Math.min(MOST_GROUPS, sorted.size()));
    return new Section(
        column.column(), charts(column, shown), Panel.of(audit, column.column(), sorted));
  }

  private List<Chart> charts(ColumnAudit column, List<GroupMetrics> shown) {
    List<Chart> charts = new ArrayList<>();
    if (audit.regression()) {
      charts.add(chart(column, shown, "mae", "Off by, on average"));
      charts.add(chart(column, shown, "bias", "Too high or too low, on average"));
      charts.add(ResidualChart.of(column.column(), shown));
    } else {
      charts.add(chart(column, shown, "error_rate", "Wrong"));
    }
    if (audit.positive() != null) {
      charts.add(chart(column, shown, "selection_rate", "Predicted to be " + positive()));
      charts.add(chart(column, shown, "fnr", "Of those who truly are " + positive() + ": missed"));
      charts.add(
          chart(
              column, shown, "fpr", "Of those who are not " + positive() + ": wrongly said to be"));
    }
    return charts;
  }

  private String positive() {
    return "“" + audit.positive() + "”";
  }

  private Chart chart(ColumnAudit column, List<GroupMetrics> shown, String key, String title) {
    MeasureChart chart =
        new MeasureChart(
            title + ", by " + column.column(),
            summary(column, shown, key),
            !audit.regression(),
            key,
            List.of(title));
    chart.reference(audit.overall().metric(key).value(), "everyone");
    shown.stream()
        .sorted(
            Comparator.comparing(GroupMetrics::small)
                .thenComparing(group -> -group.metric(key).value()))
        .forEach(g -> chart.group(g.group(), g.n(), g.small(), List.of(g.metric(key))));
    return chart.chart();
  }

  private String summary(ColumnAudit column, List<GroupMetrics> shown, String key) {
    List<GroupMetrics> sorted =
        shown.stream()
            .filter(group -> !group.small() && group.metric(key).exists())
            .sorted(Comparator.comparingDouble(group -> group.metric(key).value()))
            .toList();
    int more = column.groups().size() - shown.size();
    String others = more > 0 ? " %d more groups are in groups.csv.".formatted(more) : "";
    if (sorted.size() < 2) {
      return "Fewer than two groups are large enough to be compared." + others;
    }
    return "Highest for %s; lowest for %s.%s"
        .formatted(told(sorted.get(sorted.size() - 1), key), told(sorted.get(0), key), others);
  }

  private String told(GroupMetrics group, String key) {
    Estimate one = group.metric(key);
    return "“%s”: %s (%s to %s)"
        .formatted(group.group(), value(one.value()), value(one.low()), value(one.high()));
  }

  private String value(double value) {
    return audit.regression() ? Numbers.measure(value) : Numbers.percent(value);
  }

  private Map<String, String> settings() {
    Map<String, String> lines = new LinkedHashMap<>();
    result.settings().forEach((name, value) -> lines.put(name, String.valueOf(value)));
    return lines;
  }

  private Map<String, String> program(List<String> commandLine) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("File", result.file().name());
    lines.put("Bytes", Numbers.count(result.file().bytes()));
    lines.put("SHA-256", result.file().sha256());
    lines.put("Command", String.join(" ", commandLine));
    lines.put("Twinprop", Build.ofThisProgram().toString());
    return lines;
  }
}
