package org.twinprop.experiments.training;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.RepeatProgress;
import org.twinprop.trainer.DivergedException;

/**
 * Trainings one after another: as folds, or as points of a curve.
 *
 * @param progress of all as one
 * @param interruption ends them
 */
public record Repeats(RepeatProgress progress, Interruption interruption) {
  /**
   * Trains until the last, a signal, or a loss that is not finite. One that a signal came in is
   * left out.
   *
   * @param count of trainings
   * @param name of one, as the progress calls it; counted from 0
   * @param training does it and keeps what it found
   * @return what diverged, if anything did
   */
  public Optional<DivergedException> train(
      int count, IntFunction<String> name, IntConsumer training) {
    try {
      for (int i = 0; i < count && !interruption.requested(); i++) {
        progress.next(name.apply(i));
        training.accept(i);
      }
      return Optional.empty();
    } catch (DivergedException e) {
      return Optional.of(e);
    } catch (CancellationException e) {
      return Optional.empty();
    } finally {
      progress.end();
    }
  }
}
