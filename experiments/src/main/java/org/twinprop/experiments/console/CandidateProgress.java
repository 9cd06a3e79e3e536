package org.twinprop.experiments.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.Objective;
import org.twinprop.trainer.search.SearchListener;

/**
 * A table of candidates that grows as they end, and below it how far the search is: a bar in a
 * terminal, elsewhere a line now and then. Several threads may tell it of their candidates.
 */
public final class CandidateProgress implements SearchListener, AutoCloseable {
  private static final long INTERVAL_NANOSECONDS = 15_000_000_000L;
  private static final int REDRAW_MILLISECONDS = 250;
  private static final int STEPS = 1_000;

  private final Console console;
  private final CandidateRows rows;
  private final int candidates;
  private final ProgressBar bar;
  private final Map<Integer, Double> running = new TreeMap<>();
  private final Map<Integer, String> epochs = new TreeMap<>();
  private int done;
  private int known;
  private long begun;
  private long last = System.nanoTime();

  /**
   * @param candidates that are wanted
   * @param searched the keys whose values differ
   * @param objective what is made small
   * @param regression whether errors are in the unit of the target, and not shares
   */
  public CandidateProgress(
      Console console,
      int candidates,
      List<String> searched,
      Objective objective,
      boolean regression) {
    this.console = console;
    this.candidates = candidates;
    rows = new CandidateRows(console, searched, objective, regression);
    bar = console.isTerminal() ? bar() : null;
  }

  private ProgressBar bar() {
    return ProgressBar.builder()
        .setTaskName("searching")
        .setInitialMax((long) candidates * STEPS)
        .setRenderer(new CompactBar())
        .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
        .setConsumer(new DelegatingProgressBarConsumer(this::redraw))
        .build();
  }

  private synchronized void redraw(String text) {
    console.redraw(text);
  }

  /**
   * A candidate has learned a batch more.
   *
   * @param share of its training that is done, from 0 to 1
   */
  public synchronized void batch(int number, int epoch, int ofEpochs, double share) {
    if (begun == 0) {
      begun = System.nanoTime();
    }
    running.put(number, share);
    epochs.put(number, "candidate %d, epoch %d of %d".formatted(number, epoch, ofEpochs));
    if (bar != null) {
      bar.stepTo(Math.round(trained() * STEPS));
      bar.setExtraMessage("%d of %d  %s".formatted(done, candidates, left()));
    } else if (System.nanoTime() - last >= INTERVAL_NANOSECONDS) {
      last = System.nanoTime();
      console.print(
          "%s; %d of %d done, %s"
              .formatted(
                  epochs.values().stream().collect(Collectors.joining("; ")),
                  done,
                  candidates,
                  left()));
    }
  }

  @Override
  public synchronized void known(CandidateResult result) {
    known++;
    ended(result);
  }

  @Override
  public synchronized void trained(CandidateResult result) {
    ended(result);
  }

  private void ended(CandidateResult result) {
    running.remove(result.number());
    epochs.remove(result.number());
    done++;
    if (bar != null) {
      console.redraw("");
    }
    rows.add(result);
  }

  /** In candidates, those that are known and parts of those that run included. */
  private double trained() {
    return done + running.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** By how long a candidate took until now; those that were known took nothing. */
  private String left() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    double here = trained() - known;
    return Formats.duration(seconds / here * (candidates - trained())) + " left";
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      redraw("");
    }
  }
}
