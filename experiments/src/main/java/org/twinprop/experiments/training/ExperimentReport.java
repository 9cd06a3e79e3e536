package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.Score;
import org.twinprop.experiments.report.ReportData;
import org.twinprop.experiments.report.WrongDigit;
import org.twinprop.trainer.verification.VerificationReport;

/** What {@code report.html} tells about a run. */
record ExperimentReport(
    ExperimentData data,
    Recorder recorder,
    Evaluation evaluation,
    TrainingEnd end,
    Networks networks) {
  private static final String TITLE = "Digits of check amounts";
  private static final int GALLERY_OF_GROUP = 12;

  ReportData data(Map<String, Object> config, Provenance provenance) {
    return new ReportData(
        TITLE,
        introduction(),
        evaluation.findings(),
        notes(),
        Score.ACCURACY,
        config,
        recorder.metrics(),
        recorder.verifications(),
        evaluation.allGroups(),
        gallery(),
        provenance);
  }

  private String introduction() {
    return "A network whose every layer is written by hand learned to read digits%s. The digits: %s. It learned from %s of them%s."
        .formatted(
            networks.twin().isPresent()
                ? ", and beside it, on the same batches, the same network in Deeplearning4j"
                : "",
            data.origin(),
            Formats.count(data.train().size()),
            evaluation.exists() ? tested() : "");
  }

  private String tested() {
    return ", and is tested here with %s%s"
        .formatted(
            Formats.count(data.test().size()),
            data.acquaintance().isEmpty() ? " by writers of whom it has seen nothing" : "");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    switch (end.outcome()) {
      case COMPLETED -> {}
      case INTERRUPTED -> notes.add("Stopped before its end: there was no test.");
      case DIVERGED -> notes.add("Ended early: " + end.divergence().orElseThrow().getMessage());
    }
    if (data.embedded()) {
      notes.add(
          "These digits were drawn by a program, not by people: they show that everything works,"
              + " and say nothing about anyone's handwriting.");
    }
    data.acquaintance().ifPresent(why -> notes.add("About these digits: " + why + "."));
    networks.whyNoTwin().ifPresent(why -> notes.add("Without a twin: " + why));
    recorder.verifications().stream()
        .map(VerificationReport::notes)
        .flatMap(List::stream)
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private List<WrongDigit> gallery() {
    if (!evaluation.exists()) {
      return List.of();
    }
    String column =
        Optional.of("population").filter(data.test().groupColumns()::contains).orElse(null);
    return WrongDigit.mostConfident(evaluation.predictions().get(0), column, GALLERY_OF_GROUP);
  }
}
