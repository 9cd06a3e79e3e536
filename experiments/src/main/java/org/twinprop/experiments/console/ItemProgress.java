package org.twinprop.experiments.console;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;

/** How many of some things are done: a bar on a terminal, a line now and then elsewhere. */
public final class ItemProgress implements AutoCloseable {
  private static final long INTERVAL_NANOSECONDS = 15_000_000_000L;

  private final Console console;
  private final String items;
  private final int total;
  private final long start = System.nanoTime();
  private final ProgressBar bar;
  private long last = start;

  /**
   * @param items what they are, in the plural
   * @param total how many there will be
   */
  public ItemProgress(Console console, String items, int total) {
    this.console = console;
    this.items = items;
    this.total = total;
    bar = console.isTerminal() ? newBar() : null;
  }

  private ProgressBar newBar() {
    return ProgressBar.builder()
        .setTaskName(items)
        .setInitialMax(total)
        .setRenderer(new CompactBar())
        .setConsumer(new DelegatingProgressBarConsumer(console::redraw))
        .build();
  }

  /** So many are done. */
  public void done(int count) {
    long now = System.nanoTime();
    String left = Formats.duration((now - start) / 1e9 / count * (total - count)) + " left";
    if (bar != null) {
      bar.stepTo(count);
      bar.setExtraMessage(left);
    } else if (now - last >= INTERVAL_NANOSECONDS) {
      last = now;
      console.print("%,d of %,d %s; %s".formatted(count, total, items, left));
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      console.redraw("");
    }
  }
}
