package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The products of kernels with the patches of one array of images, of which a convolution is made.
 * col is the matrix with a column for every place (example, row, column) of the output and in it
 * the patch that the window sees there, a row for every (channel, row, column) of the window; what
 * lies outside the images reads 0. W as a matrix has a row for every kernel, Y and dY one for every
 * output channel.
 */
public interface PatchProducts extends Owner {
  /**
   * Whether Y and dY are to lie in memory channel by channel, where each product is one over the
   * whole batch; else they lie row by row, and there is one for each example.
   */
  boolean byChannel();

  /**
   * Y = W col + b.
   *
   * @param W [kernels, channels, kernel height, kernel width]
   * @param b [kernels], added to every column; null for none
   * @param y [examples, kernels, output height, output width], overwritten
   */
  void times(INDArray W, INDArray b, INDArray y);

  /**
   * dW = dY colᵀ, and db = the sums of dY's rows, for the images of the last {@link #times}.
   *
   * @param db overwritten; null where there is no b
   */
  void gradients(INDArray dy, INDArray dW, INDArray db);

  /** dx = col2im(Wᵀ dY): every entry of Wᵀ dY is added to the place of its patch's entry. */
  void transposeTimes(INDArray W, INDArray dy, INDArray dx);
}
