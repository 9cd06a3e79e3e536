package org.twinprop.experiments.search;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.DataTable;
import org.twinprop.experiments.report.Figure;
import org.twinprop.experiments.report.FrontChart;
import org.twinprop.experiments.report.MeasureChart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.Measures;
import org.twinprop.trainer.search.PairedErrors.GroupChange;

/** The page that tells a search. */
record SearchReport(
    SearchPlan plan,
    SearchData data,
    Ranking ranking,
    SearchTests tests,
    SearchResult result,
    List<String> commandLine) {
  private static final String TEMPLATE = "org/twinprop/experiments/report/search.peb";

  String render() {
    Map<String, Object> page = new HashMap<>();
    page.put("title", "The search for a better network, and for whom it is better");
    page.put("introduction", introduction());
    page.put("resume", Optional.ofNullable(result.resume()).orElse(""));
    page.put("caution", data.parts().wording().caution());
    page.put("figures", figures());
    page.put("findings", result.findings());
    FrontChart front = frontChart();
    page.put("fronts", ranking.front().isEmpty() ? List.of() : List.of(front(front)));
    page.put("doubling", front.doubling());
    page.put("lost", lost());
    page.put("groups", tests.changes().isEmpty() ? List.of() : List.of(changes()));
    page.put(
        "validated",
        "%s validation %s"
            .formatted(
                Numbers.count(data.parts().validation().size()),
                data.parts().wording().examples()));
    page.put("numbers", candidates());
    page.put("tests", tests.exist() ? List.of(tested()) : List.of());
    page.put(
        "best", Optional.ofNullable(result.bestFile()).map("./twinprop run "::concat).orElse(""));
    page.put("settings", plan.texts());
    page.put("origins", origins());
    page.put("program", program());
    page.put("words", SearchWords.all(data.regression()));
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private String introduction() {
    return "%s: %d candidates, drawn by a %s generator, %s. What was made small is %s."
        .formatted(
            data.parts().wording().title(),
            ranking.all().size(),
            plan.generator().name().toLowerCase(Locale.ROOT),
            plan.trainsTwin() ? "each a network of Deeplearning4j" : "each a hand-written network",
            plan.objective());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    ranking
        .best()
        .ifPresent(
            best -> {
              figures.add(
                  new Figure(
                      "Smallest " + plan.objective(),
                      objective(best),
                      "candidate " + best.number() + ", on validation examples"));
              result.tests().stream()
                  .filter(test -> test.candidate() == best.number())
                  .forEach(test -> figures.add(tested(test)));
            });
    figures.add(
        new Figure(
            "Trained to the end",
            Numbers.count(ranking.all().stream().filter(CandidateResult::finished).count()),
            "of %d candidates; %d on the front"
                .formatted(ranking.all().size(), ranking.front().size())));
    return figures;
  }

  private Figure tested(SearchTests.TestResult test) {
    return new Figure(
        "Its error in the test",
        error(test.error()),
        Double.isNaN(test.low())
            ? Numbers.count(test.examples()) + " examples"
            : "95% interval " + error(test.low()) + " to " + error(test.high()));
  }

  private FrontChart frontChart() {
    FrontChart chart =
        new FrontChart(
            data.regression() ? "root mean squared error" : "overall error",
            "error of the worst group",
            !data.regression());
    for (CandidateResult one : ranking.all()) {
      if (one.last() != null) {
        chart.candidate(
            Integer.toString(one.number()),
            ended(one),
            one.last().error(),
            one.last().worstGroupError(),
            ranking.onFront(one),
            plan.searched().stream().map(key -> key + ": " + one.settings().get(key)).toList());
      }
    }
    return chart;
  }

  private Chart front(FrontChart chart) {
    CandidateResult least = ranking.leastError().orElseThrow();
    CandidateResult fair = ranking.leastWorst().orElseThrow();
    return chart.chart(
        "Overall error against the error of the worst group, by " + data.group().orElseThrow(),
        ranking.hasTradeOff()
            ? "From candidate %d (%s overall, %s for its worst group) to candidate %d (%s and %s) there are %d on the front."
                .formatted(
                    least.number(),
                    error(least.last().error()),
                    error(least.last().worstGroupError()),
                    fair.number(),
                    error(fair.last().error()),
                    error(fair.last().worstGroupError()),
                    ranking.front().size())
            : "Candidate %d is best at both: %s overall, %s for its worst group."
                .formatted(
                    fair.number(),
                    error(fair.last().error()),
                    error(fair.last().worstGroupError())));
  }

  private Chart changes() {
    int least = ranking.leastError().orElseThrow().number();
    int fair = ranking.leastWorst().orElseThrow().number();
    MeasureChart chart =
        new MeasureChart(
            "What taking candidate %d instead of %d would cost".formatted(fair, least),
            "Test error of candidate %d minus that of candidate %d, for everyone and by %s."
                .formatted(fair, least, data.group().orElseThrow()),
            !data.regression(),
            "more wrong",
            List.of("candidate " + fair));
    chart.reference(0, "no change");
    GroupChange everyone = tests.changes().get(0);
    chart.group("everyone", everyone.n(), everyone.small(), List.of(everyone.change()));
    for (GroupChange group : tests.changes().subList(1, tests.changes().size())) {
      chart.group(group.group(), group.n(), group.small(), List.of(group.change()));
    }
    return chart.chart();
  }

  private DataTable candidates() {
    List<DataTable.Column> columns =
        new ArrayList<>(
            List.of(
                number("candidate"),
                number("objective"),
                number(data.regression() ? "rmse" : "error"),
                number("worst group"),
                number("largest gap"),
                number("loss"),
                text("ended"),
                number("seconds"),
                number("parameters")));
    longestLast().forEach(key -> columns.add(text(key)));
    DataTable table = new DataTable(columns.toArray(DataTable.Column[]::new));
    ranking.all().stream()
        .sorted(
            Comparator.comparing(
                    CandidateResult::objective, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CandidateResult::number))
        .forEach(one -> table.row(cells(one)));
    return table;
  }

  /** The last column is the widest: texts of networks are the longest. */
  private List<String> longestLast() {
    return plan.searched().stream()
        .sorted(
            Comparator.comparingInt(
                key ->
                    ranking.all().stream()
                        .mapToInt(one -> one.settings().get(key).length())
                        .max()
                        .orElse(0)))
        .toList();
  }

  private String[] cells(CandidateResult one) {
    Measures last =
        one.last() == null
            ? new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
            : one.last();
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(one.number()),
                objective(one),
                error(last.error()),
                error(last.worstGroupError()),
                error(last.largestGap()),
                Numbers.measure(last.loss()),
                inWords(one),
                String.format(Locale.ROOT, "%.1f", one.seconds()),
                Numbers.count(one.parameters())));
    longestLast().forEach(key -> cells.add(one.settings().get(key)));
    return cells.toArray(String[]::new);
  }

  private String inWords(CandidateResult one) {
    String after = one.epochs().size() == 1 ? "1 epoch" : one.epochs().size() + " epochs";
    return switch (one.outcome()) {
      case FINISHED -> ranking.onFront(one) ? "finished, on the front" : "finished";
      case STOPPED -> "stopped after " + after;
      case DIVERGED, FAILED -> ended(one);
    };
  }

  /** Those that diverged or failed, and why; none if there are none. */
  private List<DataTable> lost() {
    DataTable table = new DataTable(number("candidate"), text("ended"), text("why"));
    ranking.all().stream()
        .filter(one -> one.objective() == null)
        .forEach(one -> table.row(Integer.toString(one.number()), ended(one), one.reason()));
    return table.rows().isEmpty() ? List.of() : List.of(table);
  }

  private DataTable tested() {
    DataTable table =
        new DataTable(
            text("group"),
            number("candidate"),
            number("examples"),
            number(data.regression() ? "rmse" : "error"),
            number("95% interval"));
    for (SearchTests.TestResult test : result.tests()) {
      String candidate = Integer.toString(test.candidate());
      table.row(
          "everyone",
          candidate,
          Numbers.count(test.examples()),
          error(test.error()),
          interval(test.error(), test.examples()));
      test.groups()
          .forEach(
              group ->
                  table.row(
                      group.group() + (group.small() ? " (few examples)" : ""),
                      candidate,
                      Numbers.count(group.n()),
                      error(group.error()),
                      interval(group.error(), group.n())));
    }
    return table;
  }

  private String interval(double error, long n) {
    Estimate interval = ErrorInterval.of(error, n, data.regression());
    return Double.isNaN(interval.low()) ? "–" : Numbers.percents(interval.low(), interval.high());
  }

  private DataTable origins() {
    DataTable table = new DataTable(text("used for"), text("data"), number("examples"));
    for (DataOrigin origin : result.data()) {
      table.row(origin.part(), origin.description(), Numbers.count(origin.examples()));
    }
    return table;
  }

  private Map<String, String> program() {
    Backend backend = Backend.inUse();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Command", String.join(" ", commandLine));
    lines.put("Took", Numbers.duration(result.seconds()));
    lines.put("Twinprop", Build.ofThisProgram().toString());
    lines.put("ND4J", backend.nd4j() + " on " + backend.name());
    lines.put("Deeplearning4j", backend.dl4j());
    return lines;
  }

  private static String ended(CandidateResult one) {
    return one.outcome().name().toLowerCase(Locale.ROOT);
  }

  private String objective(CandidateResult one) {
    double value = one.objective() == null ? Double.NaN : one.objective();
    return plan.objective().isShare() ? error(value) : Numbers.measure(value);
  }

  private String error(double error) {
    return data.regression() ? Numbers.measure(error) : Numbers.percent(error);
  }
}
