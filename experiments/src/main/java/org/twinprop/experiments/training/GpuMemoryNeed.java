package org.twinprop.experiments.training;

import java.util.Locale;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.Gpu;

/**
 * The least memory that a training takes on a GPU, where everything but the data lies.
 *
 * @param fixed what it takes whatever the batch
 * @param example what each example of a batch adds
 * @param rows examples in a batch
 */
record GpuMemoryNeed(double fixed, double example, int rows) {

  /**
   * @param none the need without a batch
   * @param batch the need with one of so many rows
   */
  static GpuMemoryNeed of(MemoryNeed none, MemoryNeed batch, int rows) {
    return new GpuMemoryNeed(none.bytes(), (batch.bytes() - none.bytes()) / rows, rows);
  }

  /**
   * @throws BadInput if the GPU has less, with the largest batch that may fit
   */
  void requireOn(Gpu gpu) {
    double needed = fixed + rows * example;
    if (needed > gpu.memoryBytes()) {
      long fits = (long) ((gpu.memoryBytes() - fixed) / example);
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "batches of %,d need at least %,.1f GB of memory, but the GPU, %s, has %,.1f GB: %s",
              rows,
              needed / 1e9,
              gpu.name(),
              gpu.memoryBytes() / 1e9,
              fits >= 1
                  ? "the largest batch that fits is --batch " + fits
                  : "no batch fits; give the layers fewer outputs, or take --backend cpu"));
    }
  }
}
