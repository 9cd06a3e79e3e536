package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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

  /** Keeps what it is told. */
  private static final class Told implements Race.Progress {
    private final List<String> all = new ArrayList<>();

    @Override
    public void warm(int contestants) {
      all.add("warm " + contestants);
    }

    @Override
    public void done(int turns) {
      all.add("done " + turns);
    }
  }

  @Test
  void contestantsTakeTurnsAndTheFirstDoesNotCount() {
    Told told = new Told();
    List<Timing> timings =
        new Race(2, Duration.ZERO, Duration.ZERO)
            .run(List.of(new Recorded("A"), new Recorded("B")), told);
    assertEquals(List.of("A0", "B0", "A0", "B0", "A1", "B1"), order);
    assertEquals(List.of("A", "B"), timings.stream().map(Timing::name).toList());
    assertEquals(List.of(0.0, 10.0), timings.get(1).turns());
    assertEquals(1001, timings.get(0).peakMemoryBytes());
    assertEquals(List.of("warm 1", "warm 2", "done 1", "done 2", "done 3", "done 4"), told.all);
  }

  @Test
  void eachWarmsUpForTheSameTimeHoweverFastItIs() {
    new Race(1, Duration.ofMillis(20), Duration.ZERO)
        .run(List.of(new Recorded("A"), new Recorded("B")), Race.UNSEEN);
    assertEquals(List.of("A0", "A1"), order.subList(0, 2));
    assertEquals(List.of("A0", "B0"), order.subList(order.size() - 2, order.size()));
    int first = order.indexOf("B0");
    assertEquals(
        List.of(), order.subList(0, first).stream().filter(o -> o.startsWith("B")).toList());
    assertEquals("A" + (first - 1), order.get(first - 1));
    assertEquals("B1", order.get(first + 1));
  }
}
