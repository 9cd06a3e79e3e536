package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateChartTest {
  private static Optional<Chart> chart(String schedule) {
    return LearningRateChart.of(Map.of("learning_rate", 0.01, "schedule", schedule, "epochs", 4));
  }

  @Test
  void warmUpAndCosineRiseAndFall() {
    Chart chart = chart("warmup(1) cosine").orElseThrow();
    List<List<String>> rows = chart.table().rows();
    assertEquals(4 * 4 + 1, rows.size());
    assertEquals(List.of("0.0000", "0.0000"), rows.get(0));
    assertEquals("4.000", rows.get(16).get(0));
    assertEquals(0.005, Double.parseDouble(rows.get(8).get(1)), 1e-9); // half of cosine's way
    assertTrue(chart.summary().startsWith("By the schedule warmup(1) cosine: 0.0000 at first"));
    assertTrue(chart.json().contains("Learning rate"), chart.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"step(every=1)", "exponential", "polynomial", "cosine"})
  void theRateIsHighestAtFirst(String schedule) {
    Chart chart = chart(schedule).orElseThrow();
    assertEquals("0.0100", chart.table().rows().get(0).get(1));
  }

  @Test
  void aConstantRateHasNoChart() {
    assertEquals(Optional.empty(), chart("constant"));
    assertEquals(Optional.empty(), LearningRateChart.of(Map.of()));
  }
}
