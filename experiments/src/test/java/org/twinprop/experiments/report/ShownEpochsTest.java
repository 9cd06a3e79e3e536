package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;

class ShownEpochsTest {
  private static List<EpochMetrics> epochs(int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(
            epoch -> new EpochMetrics("handwritten", epoch, "train", 1.0 / epoch, 0.5, 1, 100))
        .toList();
  }

  private static List<Integer> shown(int last) {
    List<EpochMetrics> all = epochs(last);
    return ShownEpochs.of(all).among(all).stream().map(EpochMetrics::epoch).toList();
  }

  @Test
  void aShortRunIsDrawnWhole() {
    assertEquals(400, shown(400).size());
    assertEquals("", ShownEpochs.of(epochs(400)).note());
  }

  @Test
  void ofALongRunEveryFewEpochsAreDrawnAndTheLast() {
    List<Integer> shown = shown(2003);
    assertEquals(List.of(6, 12, 18), shown.subList(0, 3));
    assertEquals(2003, shown.get(shown.size() - 1));
    assertTrue(shown.size() <= 401, () -> shown.size() + " epochs");
  }

  @Test
  void aChartOfALongRunSaysWhatItLeavesOutAndWhereItEnded() {
    String summary = CurveCharts.of(epochs(2000), Score.ACCURACY).get(0).summary();
    assertEquals(
        "At the end: training 5.0 × 10⁻⁴. Drawn is one epoch in 5; metrics.csv in this folder has all.",
        summary);
  }
}
