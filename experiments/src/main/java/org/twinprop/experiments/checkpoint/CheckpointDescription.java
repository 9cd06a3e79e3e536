package org.twinprop.experiments.checkpoint;

import java.util.Map;
import java.util.Objects;
import org.twinprop.trainer.LossSum;

/**
 * All of a checkpoint but its arrays.
 *
 * @param epoch that goes on, from 1
 * @param batch how many of its batches were learned
 * @param sums of the losses of this epoch, by network
 * @param steps that each network took
 * @param arraysSha256 of the file of its arrays
 * @param historyBytes how much of the history belongs to it
 * @param historySha256 of that much of the history
 * @param seconds that the run took until then
 * @param validationLoss of the hand-written network after the epoch before; null in the middle of
 *     an epoch and where nothing is validated
 */
record CheckpointDescription(
    int epoch,
    int batch,
    Map<String, LossSum> sums,
    Map<String, Long> steps,
    String arraysSha256,
    long historyBytes,
    String historySha256,
    double seconds,
    Double validationLoss) {
  private static final long MOST_BYTES = 1 << 30;

  /** Keeps copies that do not change. */
  CheckpointDescription {
    sums = Map.copyOf(sums);
    steps = Map.copyOf(steps);
    Objects.requireNonNull(arraysSha256, "arrays_sha256");
    if (historyBytes < 0 || historyBytes > MOST_BYTES) {
      throw new IllegalArgumentException("a history has no %d bytes".formatted(historyBytes));
    }
    Objects.requireNonNull(historySha256, "history_sha256");
  }
}
