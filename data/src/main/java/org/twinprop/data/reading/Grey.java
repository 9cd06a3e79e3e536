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
    Planar<GrayF32> bands = factor == 1 ? image : smallerBands(image, factor);
    GrayF32 grey = new GrayF32(bands.width, bands.height);
    for (int y = 0; y < bands.height; y++) {
      for (int x = 0; x < bands.width; x++) {
        float sum = 0;
        for (int band = 0; band < 3; band++) {
          sum += bands.getBand(band).unsafe_get(x, y);
        }
        grey.unsafe_set(x, y, sum / 3);
      }
    }
    return grey;
  }

  /** Red, green and blue, each smaller by a factor. */
  static Planar<GrayF32> smallerBands(Planar<GrayF32> image, double factor) {
    int width = (int) (image.width / factor);
    int height = (int) (image.height / factor);
    Planar<GrayF32> small = new Planar<>(GrayF32.class, width, height, 3);
    for (int band = 0; band < 3; band++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          small.getBand(band).unsafe_set(x, y, mean(image.getBand(band), x, y, factor));
        }
      }
    }
    return small;
  }

  private static float mean(GrayF32 band, int x, int y, double factor) {
    int right = Math.min(band.width, (int) ((x + 1) * factor));
    int bottom = Math.min(band.height, (int) ((y + 1) * factor));
    float sum = 0;
    int pixels = 0;
    for (int v = (int) (y * factor); v < bottom; v++) {
      for (int u = (int) (x * factor); u < right; u++) {
        sum += band.unsafe_get(u, v);
        pixels++;
      }
    }
    return sum / pixels;
  }
}
