package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void medianAndQuartilesOfTurns() {
    Timing timing = new Timing("dl4j", List.of(50.0, 10.0, 40.0, 20.0, 30.0), 0);
    assertEquals(30, timing.median());
    assertEquals(20, timing.lowerQuartile());
    assertEquals(40, timing.upperQuartile());
    Timing even = new Timing("dl4j", List.of(4.0, 1.0, 3.0, 2.0), 0);
    assertEquals(2.5, even.median());
    assertEquals(1.75, even.lowerQuartile());
  }

  @Test
  void oneTurnIsItsOwnMedian() {
    Timing timing = new Timing("dl4j", List.of(7.0), 0);
    assertEquals(7, timing.median());
    assertEquals(7, timing.upperQuartile());
  }
}
