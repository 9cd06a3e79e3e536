package org.twinprop.experiments.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * Turns what a run found into one page of HTML. It opens from disk, asks nothing of any network,
 * and prints. Every text from the data is escaped by the template engine.
 */
public final class Report {
  private static final String TEMPLATE = "org/twinprop/experiments/report/report.peb";

  private Report() {}

  /** The whole page of a run without a test. */
  public static String render(ReportData data) {
    return render(data, Map.of());
  }

  /**
   * The whole page.
   *
   * @param audits of the test's predictions, by the name of the network
   */
  public static String render(ReportData data, Map<String, Audit> audits) {
    return render(data, audits, "", List.of());
  }

  /**
   * The same, and what came of using the network for something larger.
   *
   * @param use in a sentence
   * @param charts about it; its section is left out if there is none
   */
  public static String render(
      ReportData data, Map<String, Audit> audits, String use, List<Chart> charts) {
    Map<String, Object> page = new HashMap<>();
    page.put("use", use);
    page.put("useCharts", charts);
    page.put("data", data);
    page.put("outcome", data.provenance().outcome().name());
    page.put("version", data.verifications().size());
    page.put("figures", KeyFigures.of(data, audits));
    boolean regression = data.score() == Score.RMSE;
    page.put("regression", regression);
    page.put(
        "groups",
        regression ? RegressionCharts.of(audits, data.unit()) : GroupCharts.of(data.groups()));
    page.put("columns", data.columns().stream().toList());
    page.put("curves", CurveCharts.of(data.metrics(), data.score()));
    page.put("rates", LearningRateChart.of(data.settings()).stream().toList());
    page.put("trainingTime", TrainingTime.sentence(data.metrics()));
    ShownChecks shown = ShownChecks.of(data.verifications());
    page.put("checks", shown.checks().stream().map(CheckSummary::of).toList());
    page.put("checksShown", shown.note());
    List<String> checkNotes = checkNotes(data.verifications());
    page.put("checkNotes", checkNotes);
    page.put("notes", data.notes().stream().filter(note -> !checkNotes.contains(note)).toList());
    page.put("allOk", data.verifications().stream().allMatch(VerificationReport::ok));
    page.put("twin", hasTwin(data));
    page.put("gallery", GalleryGroup.of(data.gallery()));
    page.put("features", data.features().stream().toList());
    addPanels(page, audits.get(HandwrittenLearner.NAME));
    addMadeBy(page, data);
    page.put("title", data.title());
    return data.provenance().outcome() == Outcome.RUNNING
        ? Page.renderLive(TEMPLATE, page)
        : Page.renderWithCharts(TEMPLATE, page);
  }

  private static void addPanels(Map<String, Object> page, Audit audit) {
    page.put("panels", audit == null ? List.of() : Panel.of(audit));
    page.put("wide", audit != null && audit.classes().size() > 4);
  }

  private static List<String> checkNotes(List<VerificationReport> reports) {
    return reports.stream().flatMap(report -> report.notes().stream()).distinct().toList();
  }

  private static boolean hasTwin(ReportData data) {
    return data.metrics().stream().map(EpochMetrics::network).distinct().count() > 1
        || data.verifications().stream().anyMatch(report -> !Double.isNaN(report.worstDl4jError()));
  }

  private static void addMadeBy(Map<String, Object> page, ReportData data) {
    Provenance provenance = data.provenance();
    page.put("program", MadeBy.program(provenance));
    page.put("settings", MadeBy.settings(data.settings()));
    page.put("origins", MadeBy.data(provenance.data()));
    page.put("files", MadeBy.files(provenance.data()));
  }
}
