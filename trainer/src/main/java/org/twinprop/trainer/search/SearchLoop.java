package org.twinprop.trainer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Trains candidates, some at a time.
 *
 * <p>Candidate n is drawn, and judged, by what came of the candidates up to n - a, where a is
 * {@link SearchSettings#ahead}, and of no later one, even if a later one is ready. So a search is
 * the same however many train at a time and whatever threads do, and one that was killed goes on as
 * if nothing had happened: what is known is taken for trained, in the same order.
 */
public final class SearchLoop {
  private final Proposals proposals;
  private final SearchSettings settings;
  private final Trials trials;
  private final SearchListener listener;
  private final List<CandidateResult> all = new ArrayList<>();
  private final Deque<CompletableFuture<CandidateResult>> running = new ArrayDeque<>();

  /** Those that wait for a worker when all is over are not begun. */
  private volatile boolean closed;

  private boolean cancelled;
  private boolean exhausted;

  /**
   * What came of a search.
   *
   * @param candidates in order; some may be missing if it was cancelled
   * @param exhausted whether the space held fewer candidates than were wanted
   * @param cancelled whether it ended before its time
   */
  public record Result(List<CandidateResult> candidates, boolean exhausted, boolean cancelled) {}

  /**
   * @param proposals drawn from by nobody else
   * @param trials train, and know what was trained before
   */
  public SearchLoop(
      Proposals proposals, SearchSettings settings, Trials trials, SearchListener listener) {
    this.proposals = proposals;
    this.settings = settings;
    this.trials = trials;
    this.listener = listener;
  }

  /**
   * Runs to the end, or until a trial is cancelled. Whatever else a trial throws ends the search
   * too, once those beside it are done, and is thrown.
   */
  public Result run() {
    ExecutorService pool = Executors.newFixedThreadPool(settings.workers());
    try {
      proposeAll(pool);
      while (!running.isEmpty()) {
        take(running.remove());
      }
    } finally {
      closed = true;
      pool.shutdown();
      // nothing runs on after this, even if one of them threw
      running.forEach(future -> future.exceptionally(thrown -> null).join());
    }
    all.sort(Comparator.comparingInt(CandidateResult::number));
    return new Result(List.copyOf(all), exhausted, cancelled);
  }

  private void proposeAll(ExecutorService pool) {
    for (int number = 1; number <= settings.candidates() && !over(); number++) {
      if (running.size() == settings.ahead()) {
        take(running.remove());
      }
      if (!over()) {
        begin(number, pool);
      }
    }
  }

  private boolean over() {
    return cancelled || exhausted;
  }

  private void begin(int number, ExecutorService pool) {
    Optional<Map<String, String>> next = proposals.next();
    if (next.isEmpty()) {
      exhausted = true;
      return;
    }
    Optional<CandidateResult> known = trials.known(number, next.get());
    known.ifPresent(listener::known);
    Trials.Judge judge = judge();
    running.add(
        known
            .map(CompletableFuture::completedFuture)
            .orElseGet(
                () -> CompletableFuture.supplyAsync(() -> train(number, next.get(), judge), pool)));
  }

  private CandidateResult train(int number, Map<String, String> candidate, Trials.Judge judge) {
    if (closed) {
      throw new CancellationException();
    }
    CandidateResult result = trials.train(number, candidate, judge);
    listener.trained(result);
    return result;
  }

  /** By the curves of those that are reported now. */
  private Trials.Judge judge() {
    List<List<Double>> curves =
        all.stream().map(CandidateResult::objectives).filter(curve -> !curve.isEmpty()).toList();
    return (epoch, objective) ->
        settings
            .stopping()
            .filter(rule -> rule.hopeless(epoch, objective, curves))
            .map(
                rule ->
                    "worse than the median of %d others after epoch %d"
                        .formatted(
                            curves.stream().filter(curve -> curve.size() >= epoch).count(), epoch));
  }

  private void take(CompletableFuture<CandidateResult> future) {
    try {
      CandidateResult result = future.join();
      all.add(result);
      if (result.objective() != null) {
        proposals.report(result.number(), result.objective());
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancellationException) {
        cancelled = true;
      } else if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else {
        throw e;
      }
    }
  }
}
