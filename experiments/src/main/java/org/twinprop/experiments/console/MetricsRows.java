package org.twinprop.experiments.console;

import java.util.HashMap;
import java.util.Map;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.Findings;

/** A table that grows by a row for each epoch and network; its score is that of validation. */
final class MetricsRows {
  private static final String ROW = "%5s  %-12s  %10s  %15s  %8s  %7s  %10s";

  private final Console console;
  private final boolean validated;
  private final Score score;
  private final Map<String, EpochMetrics> training = new HashMap<>();
  private boolean headed;

  MetricsRows(Console console, boolean validated, Score score) {
    this.score = score;
    this.console = console;
    this.validated = validated;
  }

  /** Keeps the measure of a training split until its row is whole. */
  void add(EpochMetrics metrics) {
    if (metrics.split().equals("train")) {
      training.put(metrics.network(), metrics);
      if (!validated) {
        print(metrics, "-", "-");
      }
    } else if (metrics.split().equals("validation")) {
      print(
          training.get(metrics.network()),
          Formats.loss(metrics.loss()),
          score == Score.ACCURACY
              ? Formats.percent(metrics.score())
              : Formats.measure(metrics.score()));
    }
  }

  private void print(EpochMetrics train, String validationLoss, String validationAccuracy) {
    if (!headed) {
      headed = true;
      console.heading(
          ROW.formatted(
              "epoch",
              "network",
              "train loss",
              "validation loss",
              score == Score.ACCURACY ? "accuracy" : "RMSE",
              "seconds",
              "examples/s"));
    }
    console.print(
        ROW.formatted(
            train.epoch(),
            Findings.displayName(train.network()),
            Formats.loss(train.loss()),
            validationLoss,
            validationAccuracy,
            "%.1f".formatted(train.seconds()),
            "%,.0f".formatted(train.examplesPerSecond())));
  }
}
