package org.twinprop.layers.primitives;

import org.twinprop.layers.Shape;

/**
 * A window that slides over images: of a convolution's kernel or of pooling. All pairs are
 * vertical, then horizontal. The output size along one dimension is floor((in + 2 pad - reach) /
 * stride) + 1 with reach = dilation (kernel - 1) + 1 (Dumoulin and Visin 2016, A guide to
 * convolution arithmetic, relationship 15).
 */
public record Window(Pair kernel, Pair stride, Pair pad, Pair dilation) {
  /** A vertical and a horizontal count. */
  public record Pair(int vertical, int horizontal) {
    @Override
    public String toString() {
      return vertical + "x" + horizontal;
    }
  }

  public long outputHeight(long height) {
    return steps(height, kernel.vertical, stride.vertical, pad.vertical, dilation.vertical);
  }

  public long outputWidth(long width) {
    return steps(width, kernel.horizontal, stride.horizontal, pad.horizontal, dilation.horizontal);
  }

  /** The number of positions inside the window. */
  public int area() {
    return kernel.vertical * kernel.horizontal;
  }

  /**
   * @param input channels, height and width of an image
   * @param channels of the output
   * @throws IllegalArgumentException if the input is no image, or smaller than the window
   */
  public Shape output(Shape input, long channels) {
    if (input.rank() != 3) {
      throw new IllegalArgumentException(
          "got input "
              + input
              + ", but needs images, channels x height x width: put it before flatten, dense and"
              + " what reads sequences");
    }
    long height = outputHeight(input.size(1));
    long width = outputWidth(input.size(2));
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "got input %s, but its window of %dx%d does not fit into %dx%d (padding included): take a kernel of at most %dx%d"
              .formatted(
                  input,
                  reach(kernel.vertical, dilation.vertical),
                  reach(kernel.horizontal, dilation.horizontal),
                  input.size(1) + 2L * pad.vertical,
                  input.size(2) + 2L * pad.horizontal,
                  largestKernel(input.size(1), pad.vertical, dilation.vertical),
                  largestKernel(input.size(2), pad.horizontal, dilation.horizontal)));
    }
    return Shape.of(channels, height, width);
  }

  private static long largestKernel(long size, int pad, int dilation) {
    return (size + 2L * pad - 1) / dilation + 1;
  }

  private static long reach(int kernel, int dilation) {
    return (long) dilation * (kernel - 1) + 1;
  }

  private static long steps(long size, int kernel, int stride, int pad, int dilation) {
    return Math.floorDiv(size + 2L * pad - reach(kernel, dilation), stride) + 1;
  }
}
