package org.twinprop.experiments.bench;

import java.util.List;
import java.util.Map;

/**
 * One contestant before it starts.
 *
 * @param contestant who it is: {@code handwritten}, {@code dl4j}, {@code twinprop}, or a peer
 * @param threads that it may compute with
 * @param size what it is measured at, where a benchmark varies something; else 0
 * @param command that starts its process
 * @param environment of it, beside that of this one
 */
record ContestantPlan(
    String contestant,
    int threads,
    long size,
    List<String> command,
    Map<String, String> environment) {
  /** Keeps unmodifiable copies. */
  ContestantPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  ContestantPlan at(long otherSize) {
    return new ContestantPlan(contestant, threads, otherSize, command, environment);
  }
}
