package org.twinprop.layers.convolution;

import java.util.SplittableRandom;

/** A random window on random images, small enough for plain loops. */
public record Geometry(
    int examples,
    int channels,
    int height,
    int width,
    int outputs,
    int[] kernel,
    int[] stride,
    int[] pad,
    int[] dilation) {

  /** One that fits: the window is not larger than the padded image. */
  public static Geometry draw(SplittableRandom random, boolean dilated) {
    while (true) {
      Geometry drawn =
          new Geometry(
              1 + random.nextInt(3),
              1 + random.nextInt(3),
              1 + random.nextInt(9),
              1 + random.nextInt(9),
              1 + random.nextInt(3),
              pair(random, 1, 4),
              pair(random, 1, 3),
              pair(random, 0, 3),
              dilated ? pair(random, 1, 3) : new int[] {1, 1});
      if (drawn.room(0, drawn.height) >= 0 && drawn.room(1, drawn.width) >= 0) {
        return drawn;
      }
    }
  }

  private static int[] pair(SplittableRandom random, int least, int most) {
    return new int[] {random.nextInt(least, most + 1), random.nextInt(least, most + 1)};
  }

  private int room(int direction, int size) {
    return size + 2 * pad[direction] - dilation[direction] * (kernel[direction] - 1) - 1;
  }

  public int outputHeight() {
    return room(0, height) / stride[0] + 1;
  }

  public int outputWidth() {
    return room(1, width) / stride[1] + 1;
  }

  /** The image's row that the window's row u sees at output row i; outside where not in [0, H). */
  public int row(int i, int u) {
    return i * stride[0] + u * dilation[0] - pad[0];
  }

  public int column(int j, int v) {
    return j * stride[1] + v * dilation[1] - pad[1];
  }

  public boolean inside(int row, int column) {
    return row >= 0 && row < height && column >= 0 && column < width;
  }

  /** The arguments as a network text writes them. */
  public String arguments() {
    return "%dx%d, stride=%dx%d, pad=%dx%d"
        .formatted(kernel[0], kernel[1], stride[0], stride[1], pad[0], pad[1]);
  }

  @Override
  public String toString() {
    return "%s, dilation=%dx%d on %d images of %dx%dx%d"
        .formatted(arguments(), dilation[0], dilation[1], examples, channels, height, width);
  }
}
