package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a sliding window sees of a batch of images, and the way back. The window has p positions
 * (row by row); at offset o of the window, the entry of every output place is one image of its own.
 *
 * <p>Taking patches is a linear map, and adding them back where they came from is its transpose:
 * the backward pass of whatever reads patches. (im2col and col2im; Chellapilla, Puri, Simard 2006.)
 */
public interface Patches extends Owner {
  /**
   * Copies what the window sees into {@code columns}.
   *
   * @param columns [channels, p, examples, output height, output width], its last three dimensions
   *     without gaps; places outside the image read {@code padding}
   */
  void gather(INDArray columns, double padding);

  /**
   * The transpose of {@link #gather}: every entry of {@code columns} is added to the place of the
   * image that it was read from.
   *
   * @param columns as in {@link #gather}
   * @param images [examples, channels, height, width]: overwritten with the sums
   */
  void scatter(INDArray columns, INDArray images);
}
