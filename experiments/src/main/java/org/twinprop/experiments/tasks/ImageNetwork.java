package org.twinprop.experiments.tasks;

/** The layers of a sensible network for images, before its last one. */
final class ImageNetwork {
  private static final int SMALLEST_FOR_TWO = 16;
  private static final int LARGEST_FOR_TWO = 48;

  private ImageNetwork() {}

  /**
   * Convolutions of 3x3 with pooling, until an image is small; one only where it is small already.
   *
   * @param shape channels, height, width
   */
  static String hidden(long[] shape) {
    long side = Math.min(shape[1], shape[2]);
    StringBuilder text = new StringBuilder("conv(16,3,pad=1) relu maxpool(2)");
    if (side >= SMALLEST_FOR_TWO) {
      text.append(" conv(32,3,pad=1) relu maxpool(2)");
    }
    for (long left = side / 4; left > LARGEST_FOR_TWO / 4; left /= 2) {
      text.append(" conv(32,3,pad=1) relu maxpool(2)");
    }
    return text + " flatten dense(64) relu dropout(0.25)";
  }
}
