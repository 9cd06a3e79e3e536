package org.twinprop.experiments.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.trainer.Checkpointing;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.TrainingState;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * Writes the checkpoints of a run, and removes those that are neither among the latest nor the
 * best, which is the one with the lowest validation loss of the hand-written network.
 *
 * <p>Every method that writes throws {@link BadInput} with one line if it cannot; the checkpoints
 * that there are stay whole.
 */
public final class CheckpointWriter implements Checkpointing, TrainingListener, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(CheckpointWriter.class);

  private final Path run;
  private final CheckpointFolder folder;
  private final CheckpointSettings settings;
  private final DoubleSupplier seconds;
  private final History history;
  private long last = System.nanoTime();
  private Double validationLoss;
  private Long best;
  private double bestLoss = Double.POSITIVE_INFINITY;

  /**
   * @param run its folder, begun by {@link RunRecord}
   * @param seconds that the run has taken
   * @param before what it goes on from; empty if it begins
   */
  public CheckpointWriter(
      Path run, CheckpointSettings settings, DoubleSupplier seconds, Optional<Checkpoint> before) {
    this.run = run;
    this.settings = settings;
    this.seconds = seconds;
    folder = new CheckpointFolder(run);
    try {
      history =
          new History(
              folder.history(), before.map(one -> one.description().historyBytes()).orElse(0L));
    } catch (IOException e) {
      throw unwritable(e);
    }
    try {
      findBest();
    } catch (IOException e) {
      close();
      throw unwritable(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The best of those that are on disk; a damaged one is not it. */
  private void findBest() throws IOException {
    for (long step : folder.steps()) {
      try {
        Double loss = folder.description(step).validationLoss();
        if (loss != null && loss < bestLoss) {
          bestLoss = loss;
          best = step;
        }
      } catch (DamagedException e) {
        folder.remove(step);
      }
    }
  }

  @Override
  public void measured(EpochMetrics metrics) {
    if (metrics.split().equals("validation") && metrics.network().equals(HandwrittenLearner.NAME)) {
      validationLoss = metrics.loss();
    }
    add(new HistoryEntry(metrics, null));
  }

  @Override
  public void verified(VerificationReport report) {
    add(new HistoryEntry(null, report));
  }

  private void add(HistoryEntry entry) {
    try {
      history.add(entry);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public boolean due() {
    // not by the clock on the wall, which may be set back
    return System.nanoTime() - last >= settings.everySeconds() * TimeUnit.SECONDS.toNanos(1);
  }

  @Override
  public void keep(TrainingState state) {
    long step = state.steps().get(HandwrittenLearner.NAME);
    Double loss = state.batch() == 0 ? validationLoss : null;
    try {
      history.force();
      folder.write(
          step,
          state.arrays(),
          checksum ->
              new CheckpointDescription(
                  state.epoch(),
                  state.batch(),
                  state.sums(),
                  state.steps(),
                  checksum,
                  history.bytes(),
                  history.checksum(),
                  seconds.getAsDouble(),
                  loss));
      LOGGER.info("Checkpoint after step {}", step);
      if (loss != null && loss < bestLoss) {
        bestLoss = loss;
        best = step;
      }
      removeOthers();
    } catch (IOException e) {
      throw unwritable(e);
    } catch (BadInput e) {
      // of the arrays' writer, who does not know that a run can go on
      throw e.getCause() instanceof IOException cause ? unwritable(cause) : e;
    }
    last = System.nanoTime();
  }

  private void removeOthers() throws IOException {
    List<Long> steps = folder.steps();
    for (long step : steps.subList(Math.min(settings.kept(), steps.size()), steps.size())) {
      if (best == null || step != best) {
        folder.remove(step);
      }
    }
  }

  private BadInput unwritable(IOException e) {
    return new BadInput(
        "%s: a checkpoint cannot be written (%s); mend that and go on with ./twinprop run --resume %s"
            .formatted(run, FileProblem.reason(e), run),
        e);
  }

  @Override
  public void close() {
    try {
      history.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
