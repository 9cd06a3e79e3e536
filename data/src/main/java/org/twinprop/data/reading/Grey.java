package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;

/** How light an image is. */
final class Grey {
  private Grey() {}

  /**
   * The mean of red, green and blue, smaller by a factor: each pixel is the mean of those that it
   * stands for.
   *
   * @param factor at least 1
   */
  static GrayF32 smaller(Planar<GrayF32> image, double factor) {
    int width = (int) (image.width / factor);
    int height = (int) (image.height / factor);
    GrayF32 small = new GrayF32(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.unsafe_set(x, y, mean(image, x, y, factor));
      }
    }
    return small;
  }

  private static float mean(Planar<GrayF32> image, int x, int y, double factor) {
    int right = Math.min(image.width, (int) ((x + 1) * factor));
    int bottom = Math.min(image.height, (int) ((y + 1) * factor));
    float sum = 0;
    int pixels = 0;
    for (int v = (int) (y * factor); v < bottom; v++) {
      for (int u = (int) (x * factor); u < right; u++) {
        for (int band = 0; band < 3; band++) {
          sum += image.getBand(band).unsafe_get(u, v);
        }
        pixels += 3;
      }
    }
    return sum / pixels;
  }
}
