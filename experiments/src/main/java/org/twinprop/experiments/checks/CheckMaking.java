package org.twinprop.experiments.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.RenderedCheck;

/** Makes checks on all cores, one after the other, so that those before a stop are complete. */
public final class CheckMaking {
  /** Each needs some 100 MB. */
  private static final int MOST_THREADS = 8;

  private final CheckRenderer renderer;
  private final long seed;
  private final CheckFiles files;
  private final ConcurrentSkipListMap<Integer, CheckTruth> made = new ConcurrentSkipListMap<>();
  private final AtomicInteger last = new AtomicInteger();

  public CheckMaking(CheckRenderer renderer, long seed, CheckFiles files) {
    this.renderer = renderer;
    this.seed = seed;
    this.files = files;
  }

  /**
   * Makes the checks 1 to {@code count}, and the table of those that were made.
   *
   * @param stop asked before each check
   * @param progress told how many are done
   * @return what is known of each, in order
   * @throws org.twinprop.data.BadInput if a file cannot be written
   */
  public List<CheckTruth> make(int count, BooleanSupplier stop, IntConsumer progress) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        ends.add(pool.submit(() -> makeNext(count, stop, progress)));
      }
      ends.forEach(CheckMaking::await);
    } finally {
      pool.shutdownNow();
    }
    List<CheckTruth> checks = List.copyOf(made.values());
    files.writeTable(checks);
    return checks;
  }

  private void makeNext(int count, BooleanSupplier stop, IntConsumer progress) {
    while (!stop.getAsBoolean()) {
      int index = last.incrementAndGet();
      if (index > count) {
        return;
      }
      RenderedCheck check = renderer.render(seed, index);
      files.write(check);
      made.put(index, check.truth());
      synchronized (this) {
        progress.accept(made.size());
      }
    }
  }

  private static void await(Future<?> end) {
    try {
      end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
