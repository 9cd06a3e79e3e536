package org.twinprop.experiments.console;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;

/** A bar that is drawn over itself; for terminals. */
final class BarProgress implements EpochProgress {
  private static final int REDRAW_MILLISECONDS = 250;

  private final ProgressBar bar;
  private final Console console;

  BarProgress(Console console, String epoch, int batches) {
    this.console = console;
    bar =
        ProgressBar.builder()
            .setTaskName(epoch)
            .setInitialMax(batches)
            .setRenderer(new CompactBar())
            .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
            .setConsumer(new DelegatingProgressBarConsumer(console::redraw))
            .build();
  }

  @Override
  public void batch(int batch, Pace pace) {
    bar.stepTo(batch);
    bar.setExtraMessage(pace.inShort());
  }

  @Override
  public void close() {
    bar.close();
    console.redraw("");
  }
}
