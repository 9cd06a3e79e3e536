package org.twinprop.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads a response and closes it when nothing comes for too long: HttpClient itself would wait for
 * ever.
 */
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

  /**
   * As the response's own read.
   *
   * @throws IOException also if the response was closed for its silence
   */
  int read(byte[] buffer) throws IOException {
    try {
      int read = body.read(buffer);
      lastHeard = System.nanoTime();
      if (read >= 0 || !silenced) {
        return read;
      }
    } catch (IOException e) {
      if (!silenced) {
        throw e;
      }
    }
    throw new IOException(String.format(Locale.ROOT, "fell silent for %.1f s", limitNanos / 1e9));
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
