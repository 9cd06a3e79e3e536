package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static ContestantFigures figures(
      String contestant, String software, long size, double median) {
    return new ContestantFigures(
        contestant, software, 1, size, median, median, median, List.of(median), 0, Double.NaN);
  }

  @Test
  void theBestOfOursIsHeldAgainstEachAndTheBestOfEachSoftwareIsTold() {
    Measurement measured =
        new Measurement(
            "",
            "examples",
            "",
            "",
            List.of(
                figures("handwritten", "hand-written", 0, 40),
                figures("handwritten", "hand-written", 0, 60),
                figures("dl4j", "DL4J", 0, 10),
                figures("pytorch", "PyTorch 2", 0, 20),
                figures("pytorch-compile", "PyTorch 2", 0, 30)),
            List.of());
    assertEquals(
        List.of(1.5, 1.0, 6.0, 3.0, 2.0),
        measured.figures().stream().map(ContestantFigures::ratio).toList());
    assertEquals(
        List.of("pytorch-compile", "dl4j"),
        measured.bestOfOthers().stream().map(ContestantFigures::contestant).toList());
    assertEquals(
        "2.00 times as fast as the best of PyTorch 2: 30.00 examples a second with 1 thread",
        BenchLines.sentence(measured, measured.bestOfOthers().get(0)));
  }

  @Test
  void whereSizesVaryOnlyThoseOfTheSameSizeAreCompared() {
    Measurement measured =
        new Measurement(
            "",
            "examples",
            "",
            "parameters",
            List.of(
                figures("handwritten", "hand-written", 5, 40),
                figures("dl4j", "DL4J", 5, 10),
                figures("handwritten", "hand-written", 9, 6),
                figures("dl4j", "DL4J", 9, 2)),
            List.of());
    assertEquals(
        List.of(1.0, 4.0, 1.0, 3.0),
        measured.figures().stream().map(ContestantFigures::ratio).toList());
    assertEquals(List.of(), measured.bestOfOthers());
  }
}
