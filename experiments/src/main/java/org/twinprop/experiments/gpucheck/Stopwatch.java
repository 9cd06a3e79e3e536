package org.twinprop.experiments.gpucheck;

import java.time.Duration;

/**
 * Time since the beginning of something that may take only so long.
 *
 * @param start by {@link System#nanoTime}
 * @param budget how long it may take
 */
record Stopwatch(long start, Duration budget) {
  static Stopwatch of(Duration budget) {
    return new Stopwatch(System.nanoTime(), budget);
  }

  boolean isUp() {
    return seconds() >= budget.toNanos() / 1e9;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  Duration left() {
    Duration left = budget.minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
