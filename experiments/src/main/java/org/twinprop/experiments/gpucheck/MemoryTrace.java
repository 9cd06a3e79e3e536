package org.twinprop.experiments.gpucheck;

import java.util.Collection;
import java.util.List;

/**
 * Memory in use while a network trains.
 *
 * @param what whose memory, and who says so
 * @param steps after which it was read
 * @param bytes read each time
 * @param tolerance in bytes: what may be taken once more, for libraries take memory in large pieces
 */
public record MemoryTrace(String what, List<Integer> steps, List<Long> bytes, long tolerance) {
  /** With fewer, the two halves say nothing of each other: the first would be caches filling up. */
  private static final int ENOUGH = 4;

  /** Of the readings, the first that do not count: buffers and caches fill up. */
  private static final double WARM_UP = 0.1;

  /** Keeps unmodifiable copies. */
  public MemoryTrace {
    steps = List.copyOf(steps);
    bytes = List.copyOf(bytes);
  }

  /** By how much the most of the second half exceeds that of the first; negative if it is less. */
  public long growth() {
    int half = bytes.size() / 2;
    int first = Math.min((int) Math.ceil(WARM_UP * bytes.size()), half);
    return most(bytes.subList(half, bytes.size())) - most(bytes.subList(first, half));
  }

  /** Whether there are readings enough to tell. */
  public boolean isTelling() {
    return bytes.size() >= ENOUGH;
  }

  /** Whether it does not grow with the steps. */
  public boolean isFlat() {
    return growth() <= tolerance;
  }

  private static long most(Collection<Long> bytes) {
    return bytes.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
