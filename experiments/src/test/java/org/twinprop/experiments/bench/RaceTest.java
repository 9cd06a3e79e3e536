package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
  private final List<String> order = new ArrayList<>();

  /** Says when it was asked; is as fast as the number of the round, and grows. */
  private final class Recorded implements Contestant {
    private final String name;

    Recorded(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Turn turn(int round) {
      order.add(name + round);
      return new Turn(10.0 * round, 1000 + round);
    }

    @Override
    public void close() {
      order.add("closed");
    }
  }

  @Test
  void contestantsTakeTurnsAndWarmUpDoesNotCount() {
    List<Integer> told = new ArrayList<>();
    List<Timing> timings =
        new Race(2, 1, 0).run(List.of(new Recorded("A"), new Recorded("B")), told::add);
    assertEquals(List.of("A0", "B0", "A1", "B1", "A2", "B2"), order);
    assertEquals(List.of("A", "B"), timings.stream().map(Timing::name).toList());
    assertEquals(List.of(10.0, 20.0), timings.get(1).turns());
    assertEquals(1002, timings.get(0).peakMemoryBytes());
    assertEquals(List.of(1, 2, 3, 4, 5, 6), told);
  }
}
