package org.twinprop.experiments.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants measured.
 *
 * @param work the workload
 * @param rounds of turns that count
 * @param warmUp how long each warms up before, after its first turn
 * @param threads that contestants compute with, each number in turn
 * @param pythons programs that may have peers to measure beside
 * @param data the folder of {@code --data}
 * @param batch examples a step
 * @param size of a turn: steps, examples of an epoch, or rows; 0 for what suits the work
 */
public record BenchRequest(
    BenchWork work,
    int rounds,
    Duration warmUp,
    List<Integer> threads,
    Pythons pythons,
    Optional<Path> data,
    int batch,
    int size) {
  /** Keeps an unmodifiable copy of the list. */
  public BenchRequest {
    threads = List.copyOf(threads);
  }

  int sizeOr(int usual) {
    return size == 0 ? usual : size;
  }
}
