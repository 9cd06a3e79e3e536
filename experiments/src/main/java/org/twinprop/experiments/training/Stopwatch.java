package org.twinprop.experiments.training;

/**
 * The time that a run takes, that before an interruption included. Not by the clock on the wall,
 * which may be set back meanwhile.
 *
 * @param start of this process's part, as {@link System#nanoTime} has it
 * @param secondsBefore that earlier processes took
 */
record Stopwatch(long start, double secondsBefore) {
  double seconds() {
    // milliseconds are enough for anyone, and read well
    return secondsBefore + (System.nanoTime() - start) / 1_000_000 / 1e3;
  }
}
