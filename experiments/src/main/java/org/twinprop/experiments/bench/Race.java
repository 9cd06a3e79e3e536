package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures in turns: A B A B. Whatever else the machine does in the meantime then falls on all
 * alike.
 *
 * @param rounds of turns that count
 * @param warmUp rounds of turns before, which do not: code is compiled in them, and memory taken
 * @param pauseMilliseconds between two turns, so that threads of the one before go to sleep
 */
record Race(int rounds, int warmUp, int pauseMilliseconds) {
  /**
   * @param contestants in the order of their turns
   * @param progress is told how many turns are done
   */
  List<Timing> run(List<? extends Contestant> contestants, IntConsumer progress) {
    List<List<Turn>> turns = new ArrayList<>();
    contestants.forEach(one -> turns.add(new ArrayList<>()));
    int done = 0;
    for (int round = 0; round < warmUp + rounds; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        pause();
        turns.get(i).add(contestants.get(i).turn(round));
        progress.accept(++done);
      }
    }
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      List<Turn> all = turns.get(i);
      timings.add(
          new Timing(
              contestants.get(i).name(),
              all.subList(warmUp, all.size()).stream().map(Turn::speed).toList(),
              all.stream().mapToLong(Turn::peakMemoryBytes).max().orElse(0)));
    }
    return timings;
  }

  /** How many turns there are in all. */
  int turns(int contestants) {
    return contestants * (warmUp + rounds);
  }

  private void pause() {
    try {
      Thread.sleep(pauseMilliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
