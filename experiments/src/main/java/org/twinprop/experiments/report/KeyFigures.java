package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.TargetScale;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.GroupErrorRates;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.RegressionMetric;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.verification.VerificationReport;

/** The handful of numbers at the top of the report. */
final class KeyFigures {
  private KeyFigures() {}

  /**
   * @param audits of the test's predictions, by the name of the network; empty without a test
   */
  static List<Figure> of(ReportData data, Map<String, Audit> audits) {
    List<Figure> figures = new ArrayList<>();
    List<Figure> wrong = data.score() == Score.RMSE ? offBy(audits, data.unit()) : wrong(data);
    figures.addAll(wrong.isEmpty() ? lastScores(data) : wrong);
    if (!data.verifications().isEmpty()) {
      figures.add(checks(data.verifications()));
    }
    figures.add(training(data));
    return figures;
  }

  private static List<Figure> wrong(ReportData data) {
    return data.groups().stream()
        .filter(rate -> rate.column().equals(GroupErrorRates.OVERALL) && rate.n() > 0)
        .map(KeyFigures::wrong)
        .toList();
  }

  /**
   * In the measure of the findings; the other one, which may rank networks otherwise, beside it.
   */
  private static List<Figure> offBy(Map<String, Audit> audits, String unit) {
    List<Figure> figures = new ArrayList<>();
    audits.forEach(
        (network, audit) -> {
          GroupMetrics all = audit.overall();
          Estimate error = all.metric(RegressionMetric.MAE.key());
          figures.add(
              new Figure(
                  "Off by, " + NetworkName.of(network).name(),
                  written(error.value(), unit),
                  "on average over %s; 95%% interval %s to %s; root mean square %s"
                      .formatted(
                          Numbers.count(all.n()),
                          written(error.low(), unit),
                          written(error.high(), unit),
                          written(all.metric(RegressionMetric.RMSE.key()).value(), unit))));
        });
    return figures;
  }

  private static Figure wrong(GroupErrorRate rate) {
    return new Figure(
        "Wrong, " + NetworkName.of(rate.network()).name(),
        Numbers.percent(rate.errorRate()),
        "%s of %s; 95%% interval %s"
            .formatted(
                Numbers.count(rate.errors()),
                Numbers.count(rate.n()),
                Numbers.percents(rate.low(), rate.high())));
  }

  /** Of a run without a test: what each network scored last. */
  private static List<Figure> lastScores(ReportData data) {
    Map<String, EpochMetrics> last = new LinkedHashMap<>();
    data.metrics().stream()
        .filter(row -> Double.isFinite(row.score()))
        .forEach(row -> last.put(row.network(), row));
    return last.values().stream().map(row -> score(row, data.score(), data.unit())).toList();
  }

  private static Figure score(EpochMetrics row, Score score, String unit) {
    boolean accuracy = score == Score.ACCURACY;
    return new Figure(
        (accuracy ? "Right, " : "RMSE, ") + NetworkName.of(row.network()).name(),
        accuracy ? Numbers.percent(row.score()) : written(row.score(), unit),
        "%s on %s examples after epoch %d"
            .formatted(
                accuracy ? "accuracy" : "root mean squared error", row.split(), row.epoch()));
  }

  private static String written(double value, String unit) {
    return new TargetScale(unit, 0, 1, false).written(value);
  }

  private static Figure checks(List<VerificationReport> reports) {
    long passed = reports.stream().filter(VerificationReport::ok).count();
    int arrays = reports.stream().mapToInt(report -> report.rows().size()).sum();
    return new Figure(
        "Checks passed",
        "%d of %d".formatted(passed, reports.size()),
        "%s arrays compared".formatted(Numbers.count(arrays)));
  }

  private static Figure training(ReportData data) {
    int epochs = data.metrics().stream().mapToInt(EpochMetrics::epoch).max().orElse(0);
    return new Figure(
        epochs == 1 ? "Epoch trained" : "Epochs trained",
        Integer.toString(epochs),
        Numbers.duration(data.provenance().seconds()) + " for the whole run");
  }
}
