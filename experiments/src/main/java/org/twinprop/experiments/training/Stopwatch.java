package org.twinprop.experiments.training;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that something takes, that before an interruption included. Not by the clock on the
 * wall, which may be set back meanwhile; that one only says when it began.
 *
 * @param began on that clock
 * @param start of this process's part, as {@link System#nanoTime} has it
 * @param secondsBefore that earlier processes took
 */
public record Stopwatch(Instant began, long start, double secondsBefore) {
  /** Begins now. */
  public static Stopwatch start(InstantSource clock) {
    return new Stopwatch(clock.instant(), System.nanoTime(), 0);
  }

  /** The same, of what took some seconds already. */
  Stopwatch after(double seconds) {
    return new Stopwatch(began, start, seconds);
  }

  public double seconds() {
    // milliseconds are enough for anyone, and read well
    return secondsBefore + (System.nanoTime() - start) / 1_000_000 / 1e3;
  }
}
