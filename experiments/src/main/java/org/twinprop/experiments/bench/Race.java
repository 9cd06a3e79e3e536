package org.twinprop.experiments.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures in turns: A B A B. Whatever else the machine does in the meantime then falls on all
 * alike. Before that each warms up alone, for as long as it takes the Java virtual machine to
 * compile what is used most: with a fixed number of turns the faster would have less time for it.
 *
 * @param rounds of turns that count
 * @param warmUp how long each takes turns that do not count, after its first, in which networks are
 *     compiled and memory is taken
 * @param pause between two turns, so that threads of the one before go to sleep
 */
record Race(int rounds, Duration warmUp, Duration pause) {
  /** Is told how far it is. */
  interface Progress {
    /** So many contestants have warmed up. */
    void warm(int contestants);

    /** So many turns are done that count. */
    void done(int turns);
  }

  /** For those who do not want to know. */
  static final Progress UNSEEN =
      new Progress() {
        @Override
        public void warm(int contestants) {}

        @Override
        public void done(int turns) {}
      };

  /**
   * @param contestants in the order of their turns
   */
  List<Timing> run(List<? extends Contestant> contestants, Progress progress) {
    List<Long> memory = new ArrayList<>();
    for (Contestant one : contestants) {
      memory.add(warmedUp(one));
      progress.warm(memory.size());
    }
    List<List<Turn>> turns = turns(contestants, progress::done);
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      timings.add(timing(contestants.get(i).name(), turns.get(i), memory.get(i)));
    }
    return timings;
  }

  /** The most memory that it had in the meantime, in bytes. */
  private long warmedUp(Contestant one) {
    int round = 0;
    long most = one.turn(round).peakMemoryBytes();
    long end = System.nanoTime() + warmUp.toNanos();
    while (System.nanoTime() < end) {
      most = Math.max(most, one.turn(++round).peakMemoryBytes());
    }
    return most;
  }

  private List<List<Turn>> turns(List<? extends Contestant> contestants, IntConsumer progress) {
    List<List<Turn>> turns = new ArrayList<>();
    contestants.forEach(one -> turns.add(new ArrayList<>()));
    int done = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        rest();
        turns.get(i).add(contestants.get(i).turn(round));
        progress.accept(++done);
      }
    }
    return turns;
  }

  private static Timing timing(String name, List<Turn> turns, long memoryBefore) {
    long memory = turns.stream().mapToLong(Turn::peakMemoryBytes).max().orElse(0);
    return new Timing(
        name, turns.stream().map(Turn::speed).toList(), Math.max(memory, memoryBefore));
  }

  private void rest() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
