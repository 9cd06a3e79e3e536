package org.twinprop.trainer;

/** How much examples count in training, batch by batch. */
@FunctionalInterface
public interface ExampleWeighting {
  /**
   * @param rows of the training examples, in the order of the batch
   */
  BatchWeighting of(int[] rows);
}
