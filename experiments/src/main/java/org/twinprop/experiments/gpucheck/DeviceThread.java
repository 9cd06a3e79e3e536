package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.twinprop.experiments.console.Console;

/** The one thread that computes. It does not keep the program from ending. */
final class DeviceThread implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor(DeviceThread::daemon);
  private final Duration grace;
  private boolean stuck;

  /**
   * @param grace what a part gets beyond its budget to finish the step it is at
   */
  DeviceThread(Duration grace) {
    this.grace = grace;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gpu-check");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs a part, whatever becomes of it. */
  Finding run(Part part, Stopwatch watch) {
    AtomicReference<Object> partial = new AtomicReference<>();
    Future<Finding> future = thread.submit(() -> part.run(watch, partial::set));
    try {
      return future.get(watch.budget().plus(grace).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stuck = true;
      future.cancel(true);
      return Finding.of(PartVerdict.FAILED, "it did not end in its time", partial.get());
    } catch (ExecutionException e) {
      boolean late = e.getCause() instanceof TimeoutException;
      PartVerdict verdict = late ? PartVerdict.UNFINISHED : PartVerdict.FAILED;
      return Finding.of(verdict, reason(e.getCause()), partial.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.of(PartVerdict.FAILED, "interrupted", partial.get());
    }
  }

  /** Whether a part is still at it, though it was given up. */
  boolean isStuck() {
    return stuck;
  }

  private static String reason(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return Console.oneLine(thrown.getClass().getSimpleName() + message);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
