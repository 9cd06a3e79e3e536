package org.twinprop.experiments.folder;

import java.util.List;
import org.twinprop.trainer.EpochMetrics;

/** The rows of {@code metrics.csv}; the score's column is called as the score. */
final class MetricsRows {
  private MetricsRows() {}

  static List<String> header(Score score) {
    return List.of(
        "network", "epoch", "split", "loss", score.column(), "seconds", "examples_per_second");
  }

  static Object[] cells(EpochMetrics row) {
    return new Object[] {
      row.network(),
      row.epoch(),
      row.split(),
      row.loss(),
      row.score(),
      row.seconds(),
      row.examplesPerSecond()
    };
  }
}
