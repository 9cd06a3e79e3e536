package org.twinprop.data;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Fills batches on a thread of its own, one after the other, in the order in which they are asked
 * for.
 */
final class Filling implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Filling::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "batches");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins when all that was asked for before is filled. */
  Future<Batch> begin(Callable<Batch> fill) {
    return thread.submit(fill);
  }

  /**
   * The batch, when it is filled. An interrupt meanwhile is kept for whoever asks after it: the
   * thread that fills goes on, and must not be left to write into arrays that others read.
   *
   * @throws RuntimeException that filling it ended with; or an Error
   */
  static Batch await(Future<Batch> filled) {
    boolean interrupted = Thread.interrupted();
    while (true) {
      try {
        Batch batch = filled.get();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return batch;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      }
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(cause);
  }

  /** Waits until what was asked for is filled. */
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
