package org.twinprop.data.check;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;
import java.awt.image.BufferedImage;

/** Between Java's images and BoofCV's: a plane for each of red, green and blue, 0 to 255. */
final class Pixels {
  private static final int BANDS = 3;

  private Pixels() {}

  static Planar<GrayF32> planar(BufferedImage image) {
    int width = image.getWidth();
    int[] colors = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Planar<GrayF32> planar = new Planar<>(GrayF32.class, width, image.getHeight(), BANDS);
    for (int band = 0; band < BANDS; band++) {
      float[] values = planar.getBand(band).data;
      for (int i = 0; i < colors.length; i++) {
        values[i] = colors[i] >> shift(band) & 0xff;
      }
    }
    return planar;
  }

  static BufferedImage buffered(Planar<GrayF32> planar) {
    int[] colors = new int[planar.width * planar.height];
    for (int band = 0; band < BANDS; band++) {
      float[] values = planar.getBand(band).data;
      for (int i = 0; i < colors.length; i++) {
        colors[i] |= Math.max(0, Math.min(255, Math.round(values[i]))) << shift(band);
      }
    }
    BufferedImage image =
        new BufferedImage(planar.width, planar.height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, planar.width, planar.height, colors, 0, planar.width);
    return image;
  }

  private static int shift(int band) {
    return 8 * (BANDS - 1 - band);
  }
}
