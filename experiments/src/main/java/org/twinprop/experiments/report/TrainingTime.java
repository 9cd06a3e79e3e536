package org.twinprop.experiments.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.EpochMetrics;

/** How long each network took to train, in a sentence. */
final class TrainingTime {
  private TrainingTime() {}

  /** Empty if nothing was trained. */
  static String sentence(List<EpochMetrics> metrics) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    metrics.stream()
        .filter(row -> row.split().equals("train"))
        .forEach(
            row -> seconds.merge(NetworkName.of(row.network()).name(), row.seconds(), Double::sum));
    List<String> parts =
        seconds.entrySet().stream()
            .map(entry -> "%s %s".formatted(entry.getKey(), Numbers.duration(entry.getValue())))
            .toList();
    return parts.isEmpty() ? "" : "Time spent on training alone: " + String.join(", ", parts) + ".";
  }
}
