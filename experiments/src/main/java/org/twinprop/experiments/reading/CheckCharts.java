package org.twinprop.experiments.reading;

import java.util.List;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.MeasureChart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.RiskCoverageChart;

/** What the report shows of whole checks. */
public final class CheckCharts {
  private static final int FEW = 20;

  private CheckCharts() {}

  /** Error against refusal, then by population, then by kind of damage. */
  public static List<Chart> of(CheckScores scores) {
    RiskCoverageChart curve = new RiskCoverageChart();
    scores
        .curve()
        .forEach(
            point ->
                curve.point(
                    point.refused(),
                    point.threshold(),
                    point.accepted(),
                    point.wrong(),
                    point.error()));
    return List.of(curve.chart(), byGroup(scores, "population"), byGroup(scores, "damage"));
  }

  /** The sentence that comes first. */
  public static String sentence(CheckScores scores) {
    CheckScores.Score all = scores.overall();
    return "Of %s checks, %s of the amounts were read wrong (95%% interval %s), and %s of their digits."
        .formatted(
            Numbers.count(all.checks()),
            Numbers.percent(all.amountError().value()),
            Numbers.percents(all.amountError().low(), all.amountError().high()),
            Numbers.percent(all.digitError().value()));
  }

  private static Chart byGroup(CheckScores scores, String column) {
    List<CheckScores.Score> groups =
        scores.groups().stream().filter(score -> score.column().equals(column)).toList();
    CheckScores.Score worst = groups.get(0);
    String summary =
        "Amounts were wrong most often in the group “%s”: %s (%s)."
            .formatted(
                worst.group(),
                Numbers.percent(worst.amountError().value()),
                Numbers.percents(worst.amountError().low(), worst.amountError().high()));
    MeasureChart chart =
        new MeasureChart(
            "Whole checks by " + column, summary, true, "wrong", List.of("amounts", "digits"));
    chart.reference(scores.overall().amountError().value(), "all amounts");
    groups.forEach(
        score ->
            chart.group(
                score.group(),
                score.checks(),
                score.checks() < FEW,
                List.of(score.amountError(), score.digitError())));
    return chart.chart();
  }
}
