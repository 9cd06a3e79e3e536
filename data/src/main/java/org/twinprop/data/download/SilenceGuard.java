package org.twinprop.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a response that brings nothing for too long: HttpClient itself would wait for ever. */
final class SilenceGuard implements AutoCloseable {
  private final InputStream body;
  private final long limitNanos;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(SilenceGuard::daemon);
  private final ScheduledFuture<?> watch;
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean silenced;

  SilenceGuard(InputStream body, Duration limit) {
    this.body = body;
    this.limitNanos = limit.toNanos();
    long period = Math.max(1, limitNanos / 4);
    this.watch = clock.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  /** Something has arrived. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  /**
   * @throws IOException if the response was closed for its silence
   */
  void requireNotSilenced() throws IOException {
    if (silenced) {
      throw new IOException(
          "fell silent for %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(limitNanos)));
    }
  }

  @Override
  public void close() {
    watch.cancel(false);
    clock.shutdown();
  }

  private void look() {
    if (System.nanoTime() - lastHeard > limitNanos) {
      silenced = true;
      watch.cancel(false);
      closeBody();
    }
  }

  private void closeBody() {
    try {
      body.close();
    } catch (IOException e) {
      // The reader sees the closed stream, which is all that is wanted.
      silenced = true;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "download-silence-guard");
    thread.setDaemon(true);
    return thread;
  }
}
