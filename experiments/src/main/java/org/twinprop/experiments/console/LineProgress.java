package org.twinprop.experiments.console;

/** A line now and then; for files and pipes. */
final class LineProgress implements EpochProgress {
  private static final long INTERVAL_NANOSECONDS = 15_000_000_000L;

  private final Console console;
  private final String epoch;
  private final int batches;
  private long last = System.nanoTime();

  LineProgress(Console console, String epoch, int batches) {
    this.console = console;
    this.epoch = epoch;
    this.batches = batches;
  }

  @Override
  public void batch(int batch, Pace pace) {
    long now = System.nanoTime();
    if (now - last >= INTERVAL_NANOSECONDS) {
      last = now;
      console.print("%s, batch %,d of %,d: %s".formatted(epoch, batch, batches, pace));
    }
  }

  @Override
  public void close() {
    // what was printed stays
  }
}
