package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.verification.VerificationReport;

/** Writes measures and checks to the run folder as they come, and keeps them for the report. */
final class Recorder implements TrainingListener {
  private final RunFolder folder;
  private final Score score;
  private final List<EpochMetrics> metrics = new ArrayList<>();
  private final List<VerificationReport> verifications = new ArrayList<>();

  Recorder(RunFolder folder, Score score) {
    this.folder = folder;
    this.score = score;
  }

  @Override
  public void measured(EpochMetrics row) {
    metrics.add(row);
    folder.metrics(row, score);
  }

  @Override
  public void verified(VerificationReport report) {
    verifications.add(report);
    folder.verification(report);
  }

  List<EpochMetrics> metrics() {
    return metrics;
  }

  List<VerificationReport> verifications() {
    return verifications;
  }

  /** Epochs that were trained to their end. */
  int epochs() {
    return metrics.stream().mapToInt(EpochMetrics::epoch).max().orElse(0);
  }

  boolean allChecksPassed() {
    return verifications.stream().allMatch(VerificationReport::ok);
  }
}
