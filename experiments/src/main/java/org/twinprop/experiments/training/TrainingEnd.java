package org.twinprop.experiments.training;

import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.trainer.DivergedException;

/**
 * How training ended, or that it goes on.
 *
 * @param outcome completed, interrupted, diverged, or running
 * @param divergence where, if it diverged
 * @param stoppedBy what stopped it, if it was interrupted
 */
record TrainingEnd(
    Outcome outcome, Optional<DivergedException> divergence, Optional<StopSignal> stoppedBy) {
  static TrainingEnd running() {
    return new TrainingEnd(Outcome.RUNNING, Optional.empty(), Optional.empty());
  }

  static TrainingEnd completed() {
    return new TrainingEnd(Outcome.COMPLETED, Optional.empty(), Optional.empty());
  }

  static TrainingEnd interrupted(Optional<StopSignal> by) {
    return new TrainingEnd(Outcome.INTERRUPTED, Optional.empty(), by);
  }

  static TrainingEnd diverged(DivergedException divergence) {
    return new TrainingEnd(Outcome.DIVERGED, Optional.of(divergence), Optional.empty());
  }
}
