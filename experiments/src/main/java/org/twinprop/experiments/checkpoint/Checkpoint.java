package org.twinprop.experiments.checkpoint;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingState;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * What a run goes on from: the state of its networks, whose arrays are its own until it is closed,
 * and all that was measured until then.
 */
public final class Checkpoint implements AutoCloseable {
  private final TrainingState state;
  private final History.Told history;
  private final CheckpointDescription description;

  Checkpoint(TrainingState state, History.Told history, CheckpointDescription description) {
    this.state = state;
    this.history = history;
    this.description = description;
  }

  public TrainingState state() {
    return state;
  }

  /** That the run took until then. */
  public double seconds() {
    return description.seconds();
  }

  /** How much of what was measured and checked until then is no longer known. */
  int lost() {
    return history.lost();
  }

  /** Frees the arrays, which a network that goes on has copied; time and measures stay. */
  @Override
  public void close() {
    state.arrays().values().forEach(INDArray::close);
  }

  CheckpointDescription description() {
    return description;
  }

  /** Tells all that was measured and checked until then, in its order. */
  public void replay(Consumer<EpochMetrics> measured, Consumer<VerificationReport> verified) {
    for (HistoryEntry entry : history.entries()) {
      if (entry.metrics() != null) {
        measured.accept(entry.metrics());
      } else {
        verified.accept(entry.verification());
      }
    }
  }
}
