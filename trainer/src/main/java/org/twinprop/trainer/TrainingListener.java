package org.twinprop.trainer;

import java.util.Map;
import org.twinprop.trainer.verification.VerificationReport;

/** Whoever watches a training: a progress bar, a log, a run folder. */
public interface TrainingListener {
  /**
   * @param epochs that will be trained
   * @param batches in each
   */
  default void started(int epochs, int batches) {}

  /**
   * Training goes on where it was left.
   *
   * @param epoch that goes on, from 1
   * @param batch how many of its batches were learned before
   */
  default void resumed(int epoch, int batch) {}

  /**
   * A batch was learned by all networks.
   *
   * @param epoch from 1
   * @param batch from 1
   * @param examples in it
   * @param losses of this batch by network name
   */
  default void batch(int epoch, int batch, int examples, Map<String, Double> losses) {}

  /** Gradients were checked: before training (epoch 0), and after each epoch. */
  default void verified(VerificationReport report) {}

  /** A split was measured at the end of an epoch. */
  default void measured(EpochMetrics metrics) {}

  /** Whether to end after this batch, with what there is. */
  default boolean stopRequested() {
    return false;
  }
}
