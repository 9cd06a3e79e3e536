package org.twinprop.experiments.report;

import java.util.List;
import org.twinprop.trainer.EpochMetrics;

/**
 * The epochs that a page draws: all of them, or of a long run every so many and the last, so that
 * the page does not grow with the run.
 *
 * @param step from one that is drawn to the next
 * @param last epoch
 */
record ShownEpochs(int step, int last) {
  private static final int MOST = 400;

  static ShownEpochs of(List<EpochMetrics> metrics) {
    int last = metrics.stream().mapToInt(EpochMetrics::epoch).max().orElse(0);
    return new ShownEpochs(Math.max(1, (last + MOST - 1) / MOST), last);
  }

  /** The rows of those epochs. */
  List<EpochMetrics> among(List<EpochMetrics> rows) {
    return rows.stream().filter(row -> row.epoch() % step == 0 || row.epoch() == last).toList();
  }

  /** What is left out, in a sentence; empty if nothing is. */
  String note() {
    return step == 1
        ? ""
        : " Drawn is one epoch in %d; metrics.csv in this folder has all.".formatted(step);
  }
}
