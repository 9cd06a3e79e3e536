package org.twinprop.trainer;

/** How much examples count in training, batch by batch. */
@FunctionalInterface
public interface ExampleWeighting {
  /**
   * @param rows of the training examples, in the order of the batch
   */
  BatchWeighting of(int[] rows);

  /** What it remembers from batch to batch; empty where it remembers nothing. */
  default double[] memory() {
    return new double[0];
  }

  /**
   * Goes on from what {@link #memory} gave before.
   *
   * @throws IllegalArgumentException if that was of another weighting
   */
  default void restore(double[] memory) {
    if (memory.length != 0) {
      throw new IllegalArgumentException(
          "a weighting that remembers nothing cannot go on from %d numbers"
              .formatted(memory.length));
    }
  }
}
