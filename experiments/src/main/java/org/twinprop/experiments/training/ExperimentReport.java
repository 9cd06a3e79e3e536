package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.report.DataTable;
import org.twinprop.experiments.report.FeatureView;
import org.twinprop.experiments.report.ReportData;
import org.twinprop.experiments.report.WrongDigit;
import org.twinprop.experiments.tasks.TableAccount;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.evaluation.RegressionFindings;
import org.twinprop.trainer.verification.VerificationReport;

/** What {@code report.html} tells about a run. */
record ExperimentReport(
    TaskData data,
    Recorder recorder,
    Evaluation evaluation,
    TrainingEnd end,
    Networks networks,
    Optional<FeatureView> features) {
  private static final int GALLERY_OF_GROUP = 12;

  ReportData data(Map<String, Object> config, Provenance provenance) {
    return new ReportData(
        data.wording().title(),
        introduction(),
        evaluation.findings(),
        notes(),
        data.score(),
        config,
        recorder.metrics(),
        recorder.verifications(),
        evaluation.allGroups(),
        gallery(),
        features.filter(view -> recorder.epochs() > 0).map(FeatureView::now),
        provenance,
        data.table().filter(table -> !table.columns().isEmpty()).map(ExperimentReport::columns),
        data.test().targetScale().unit());
  }

  private static DataTable columns(TableAccount table) {
    DataTable columns =
        new DataTable(DataTable.text("column"), DataTable.text("taken as"), DataTable.text("why"));
    table
        .columns()
        .forEach(
            one ->
                columns.row(
                    one.name(), one.use().words() + (one.group() ? ", group" : ""), one.why()));
    return columns;
  }

  private String introduction() {
    return "A network whose every layer is written by hand learned from %s%s. The %s: %s. It learned from %s of them%s."
        .formatted(
            data.wording().examples(),
            networks.twin().isPresent()
                ? ", and beside it, on the same batches, the same network in Deeplearning4j"
                : "",
            data.wording().examples(),
            data.wording().origin(),
            Formats.count(data.train().size()),
            evaluation.exists() ? tested() : "");
  }

  private String tested() {
    return ", and is tested here with %s%s"
        .formatted(
            Formats.count(data.test().size()),
            data.byStrangers()
                ? " by writers of whom it has seen nothing"
                : data.wording()
                    .unit()
                    .map(
                        unit ->
                            " of %s of which it has seen nothing"
                                .formatted(RegressionFindings.unitsOf(unit)))
                    .orElse(""));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    switch (end.outcome()) {
      case RUNNING, COMPLETED -> {}
      case INTERRUPTED -> notes.add("Stopped before its end: there was no test.");
      case DIVERGED -> notes.add("Ended early: " + end.divergence().orElseThrow().getMessage());
    }
    Redundancy.of(networks.network().architecture())
        .ifPresent(what -> notes.add("About the network: " + what + "."));
    if (!data.wording().caution().isEmpty()) {
      notes.add(data.wording().caution());
    }
    data.table()
        .ifPresent(
            table -> {
              notes.add(table.kind() + ".");
              table.notes().forEach(note -> notes.add(note + "."));
            });
    if (data.test().targetScale().logarithm()) {
      notes.add(
          "The logarithm of the target was learned: what is predicted is nearer to the median than to the mean, which is higher where a few values are very large.");
    }
    data.acquaintance()
        .ifPresent(
            why -> notes.add("About these %s: %s.".formatted(data.wording().examples(), why)));
    networks.whyNoTwin().ifPresent(why -> notes.add("Without a twin: " + why));
    recorder.verifications().stream()
        .map(VerificationReport::notes)
        .flatMap(List::stream)
        .filter(note -> !networks.whyNoTwin().equals(Optional.of(note)))
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private List<WrongDigit> gallery() {
    if (!evaluation.exists() || !data.hasImages()) {
      return List.of();
    }
    String column =
        Optional.of("population").filter(data.test().groupColumns()::contains).orElse(null);
    return WrongDigit.mostConfident(evaluation.predictions().get(0), column, GALLERY_OF_GROUP);
  }
}
