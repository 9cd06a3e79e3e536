package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest entry that a window sees of one array of images, channel by channel. */
public interface WindowMaxima extends Owner {
  /**
   * Writes the largest entry of every window, and remembers which it was: of equal ones the first,
   * row by row. Places outside the image do not count.
   *
   * @param y [examples, channels, output height, output width]
   */
  void take(INDArray y);

  /** Adds every entry of dy to the place of its window's winner; all else of dx is 0. */
  void giveBack(INDArray dy, INDArray dx);
}
