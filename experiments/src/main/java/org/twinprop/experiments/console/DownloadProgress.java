package org.twinprop.experiments.console;

import java.net.URI;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.twinprop.data.download.ProgressListener;

/** Shows a download: a bar for each file on a terminal, a line for each elsewhere. */
public final class DownloadProgress implements ProgressListener, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  private final Console console;
  private ProgressBar bar;

  public DownloadProgress(Console console) {
    this.console = console;
  }

  @Override
  public void alreadyThere(String file) {
    console.print(file + ": already there");
  }

  @Override
  public void received(String file, long received, long total) {
    if (!console.isTerminal()) {
      return;
    }
    if (bar == null) {
      bar = bar(file, received);
    }
    bar.maxHint(total);
    bar.stepTo(received);
  }

  @Override
  public void finished(String file) {
    close();
    console.print(file + ": fetched, content checked");
  }

  @Override
  public void failed(String file, URI address, String reason) {
    close();
    console.print("%s: %s %s; trying again".formatted(file, address.getHost(), reason));
  }

  /** Takes an unfinished bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      console.redraw("");
    }
  }

  private ProgressBar bar(String file, long from) {
    return ProgressBar.builder()
        .setTaskName(file)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" MB", MEGABYTE)
        .showSpeed()
        .startsFrom(from, java.time.Duration.ZERO)
        .setConsumer(new DelegatingProgressBarConsumer(console::redraw))
        .build();
  }
}
