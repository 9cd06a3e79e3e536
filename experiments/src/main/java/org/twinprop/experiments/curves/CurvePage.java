package org.twinprop.experiments.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.Figure;
import org.twinprop.experiments.report.MadeBy;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.experiments.report.SpreadChart;
import org.twinprop.trainer.evaluation.statistics.Spread;

/** The page that tells learning curves. */
record CurvePage(CurvePlan plan, CurveFindings findings, List<String> notes) {
  private static final String TEMPLATE = "org/twinprop/experiments/report/curves.peb";
  private static final List<String> SERIES = List.of("validation", "training");

  String render(Map<String, Object> config, Provenance provenance) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", plan.data().wording().title());
    page.put("introduction", introduction());
    page.put("figures", figures(provenance.seconds()));
    page.put("findings", findings.sentences());
    page.put("notes", notes);
    page.put("charts", charts());
    page.put("regression", plan.regression());
    page.put("settings", MadeBy.settings(config));
    page.put("program", MadeBy.program(provenance));
    page.put("origins", MadeBy.data(provenance.data()));
    page.put("files", MadeBy.files(provenance.data()));
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private String introduction() {
    return "The hand-written network was trained %s times: from few %s and from many, small and large, each with %s. Every time its error was measured on what it had learned from, and on %s %s that it had not. Where both errors are high, it cannot fit; where they lie apart, it does not generalise."
        .formatted(
            Numbers.count(findings.points().size()),
            plan.data().wording().examples(),
            Formats.count(plan.wanted().seeds(), "seed"),
            Numbers.count(plan.split().heldOut().size()),
            plan.data().wording().examples());
  }

  private List<Figure> figures(double seconds) {
    List<Figure> figures = new ArrayList<>();
    findings
        .tradeOff()
        .ifPresent(
            found -> {
              figures.add(
                  new Figure("Validation error", value(found.validation()), "mean over seeds"));
              figures.add(new Figure("Training error", value(found.training()), "mean over seeds"));
              figures.add(
                  new Figure(
                      "Gap",
                      value(found.gap().value()),
                      Double.isNaN(found.gap().low())
                          ? "one seed, so that its spread is not known"
                          : "95%% interval %s to %s"
                              .formatted(value(found.gap().low()), value(found.gap().high()))));
            });
    figures.add(
        new Figure(
            "Trainings",
            "%d of %d".formatted(findings.points().size(), plan.jobs().size()),
            Numbers.duration(seconds) + " for the whole run"));
    return figures;
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    List<Place> byExamples = findings.places(CurvePoint.EXAMPLES);
    List<Place> byModel =
        findings.places(CurvePoint.MODEL).stream()
            .sorted(Comparator.comparingLong(Place::parameters))
            .toList();
    if (!byExamples.isEmpty()) {
      charts.add(chart("Error over the number of examples", "examples", byExamples));
    }
    if (!byModel.isEmpty()) {
      charts.add(chart("Error over the size of the network", "parameters", byModel));
    }
    return charts;
  }

  private Chart chart(String title, String axis, List<Place> places) {
    SpreadChart chart =
        new SpreadChart(title, summary(axis, places), axis, !plan.regression(), SERIES);
    boolean byExamples = axis.equals("examples");
    for (Place place : places) {
      List<Spread> spreads = List.of(place.validation(), place.training());
      chart.place(byExamples ? place.examples() : place.parameters(), place.model(), spreads);
    }
    return chart.chart();
  }

  private String summary(String axis, List<Place> places) {
    Place first = places.get(0);
    Place last = places.get(places.size() - 1);
    boolean byExamples = axis.equals("examples");
    return "From %s to %s: validation error from %s to %s, training error from %s to %s. Marks are means over seeds, the lines through them reach from the lowest to the highest; each step along the axis multiplies."
        .formatted(
            first.name(byExamples),
            last.name(byExamples),
            value(first.validation().mean()),
            value(last.validation().mean()),
            value(first.training().mean()),
            value(last.training().mean()));
  }

  private String value(double value) {
    return plan.regression() ? Numbers.measure(value) : Numbers.percent(value);
  }
}
