package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void theBellHasMean0AndDeviation1AndNoMonsters() {
    Chance chance = Chance.of(3);
    int draws = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double value = chance.bell();
      assertTrue(Math.abs(value) < 3.5);
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / draws, 0.015);
    assertEquals(1, Math.sqrt(squares / draws), 0.015);
  }

  @Test
  void aSplitStreamDoesNotDependOnWhatIsDrawnLaterFromItsParent() {
    Chance idle = Chance.of(4);
    Chance busy = Chance.of(4);
    Chance first = idle.split();
    Chance second = busy.split();
    busy.bell();
    assertEquals(first.uniform(), second.uniform());
  }

  @Test
  void whatHappensHalfTheTimeHappensHalfTheTime() {
    Chance chance = Chance.of(5);
    int happened = 0;
    for (int i = 0; i < 10_000; i++) {
      happened += chance.happens(0.5) ? 1 : 0;
    }
    assertEquals(5_000, happened, 200);
  }
}
