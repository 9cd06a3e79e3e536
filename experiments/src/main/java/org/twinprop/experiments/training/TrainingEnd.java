package org.twinprop.experiments.training;

import java.util.Optional;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.trainer.DivergedException;

/**
 * How training ended.
 *
 * @param outcome completed, interrupted or diverged
 * @param divergence where, if it diverged
 */
record TrainingEnd(Outcome outcome, Optional<DivergedException> divergence) {
  static TrainingEnd completed() {
    return new TrainingEnd(Outcome.COMPLETED, Optional.empty());
  }

  static TrainingEnd interrupted() {
    return new TrainingEnd(Outcome.INTERRUPTED, Optional.empty());
  }

  static TrainingEnd diverged(DivergedException divergence) {
    return new TrainingEnd(Outcome.DIVERGED, Optional.of(divergence));
  }
}
