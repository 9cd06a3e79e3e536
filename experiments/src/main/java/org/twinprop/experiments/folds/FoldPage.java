package org.twinprop.experiments.folds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.Figure;
import org.twinprop.experiments.report.MadeBy;
import org.twinprop.experiments.report.MeasureChart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.RegressionFindings;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Spread;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/** The page that tells a cross-validation. */
record FoldPage(FoldPlan plan, CrossValidationResult result, List<String> notes) {
  private static final String TEMPLATE = "org/twinprop/experiments/report/folds.peb";
  private static final int MOST_GROUPS = 40;

  String render(Map<String, Object> config, Provenance provenance) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", plan.data().wording().title());
    page.put("introduction", introduction());
    page.put("figures", figures());
    page.put("findings", result.findings());
    page.put("notes", notes);
    page.put("folds", result.scores().isEmpty() ? List.of() : List.of(foldChart()));
    page.put("groups", groupCharts());
    page.put("regression", plan.regression());
    page.put("settings", MadeBy.settings(config));
    page.put("program", MadeBy.program(provenance));
    page.put("origins", MadeBy.data(provenance.data()));
    page.put("files", MadeBy.files(provenance.data()));
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private String introduction() {
    String apart =
        plan.unit()
            .map(
                unit ->
                    "; none of their %s is in two of them"
                        .formatted(RegressionFindings.unitsOf(unit)))
            .orElse("");
    return "%s %s were dealt into %d folds%s. There were %d trainings, each on all folds but one, and a test on that one: so everyone is predicted by networks that do not know them."
        .formatted(
            Numbers.count(plan.all().size()),
            plan.data().wording().examples(),
            plan.folds().count(),
            apart,
            result.finished());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    result
        .spreads()
        .forEach((network, spread) -> figures.add(figure(Findings.displayName(network), spread)));
    figures.add(
        new Figure(
            "Folds finished",
            "%d of %d".formatted(result.finished(), result.folds()),
            Numbers.duration(result.seconds()) + " for the whole run"));
    return figures;
  }

  private Figure figure(String network, Spread spread) {
    return new Figure(
        (plan.regression() ? "RMSE, " : "Wrong, ") + network,
        value(spread.mean()),
        "mean of %s; from %s to %s"
            .formatted(
                Formats.count(spread.n(), "fold"),
                value(spread.lowest()),
                value(spread.highest())));
  }

  /** Of a regression without intervals, which folds' errors do not have. */
  private Chart foldChart() {
    List<String> networks = List.copyOf(result.spreads().keySet());
    MeasureChart chart =
        new MeasureChart(
            plan.regression() ? "Root mean squared error of each fold" : "Wrong in each fold",
            "The line at each mark is what this many examples allow to say of one fold.",
            !plan.regression(),
            plan.regression() ? "rmse" : "error rate",
            networks.stream().map(Findings::displayName).toList());
    Spread first = result.spreads().get(networks.get(0));
    chart.reference(first.mean(), "mean");
    for (int fold = 1; fold <= result.finished(); fold++) {
      int number = fold;
      List<FoldScore> scores =
          result.scores().stream().filter(score -> score.fold() == number).toList();
      chart.group(
          "fold " + fold,
          scores.get(0).testedOn(),
          false,
          scores.stream().map(this::estimate).toList());
    }
    return chart.chart();
  }

  private Estimate estimate(FoldScore score) {
    return plan.regression()
        ? new Estimate(score.error(), score.error(), score.error())
        : Wilson.rate(Math.round(score.error() * score.testedOn()), score.testedOn());
  }

  private List<Chart> groupCharts() {
    List<Chart> charts = new ArrayList<>();
    if (result.audits().isEmpty()) {
      return charts;
    }
    List<Audit> audits = List.copyOf(result.audits().values());
    audits.get(0).columns().stream()
        .filter(column -> column.groups().size() > 1)
        .sorted(Comparator.comparing(column -> plan.unit().equals(Optional.of(column.column()))))
        .forEach(column -> charts.add(groupChart(audits, column)));
    return charts;
  }

  private Chart groupChart(List<Audit> audits, ColumnAudit column) {
    String key = audits.get(0).mainKey();
    int more = Math.max(0, column.groups().size() - MOST_GROUPS);
    MeasureChart chart =
        new MeasureChart(
            (plan.regression() ? "Off by, on average, by " : "Wrong, by ") + column.column(),
            "Over all folds, the most often wrong first.%s"
                .formatted(more > 0 ? " %d more groups are in groups.csv.".formatted(more) : ""),
            !plan.regression(),
            key,
            result.audits().keySet().stream().map(Findings::displayName).toList());
    chart.reference(audits.get(0).overall().metric(key).value(), "everyone");
    column.groups().stream()
        .sorted(
            Comparator.comparing(GroupMetrics::small)
                .thenComparing(group -> -group.metric(key).value()))
        .limit(MOST_GROUPS)
        .forEach(
            group ->
                chart.group(
                    group.group(), group.n(), group.small(), ofGroup(audits, column, group, key)));
    return chart.chart();
  }

  private static List<Estimate> ofGroup(
      List<Audit> audits, ColumnAudit column, GroupMetrics group, String key) {
    return audits.stream()
        .map(
            audit ->
                audit.columns().stream()
                    .filter(one -> one.column().equals(column.column()))
                    .findFirst()
                    .orElseThrow()
                    .group(group.group())
                    .metric(key))
        .toList();
  }

  private String value(double value) {
    return plan.written(value);
  }
}
