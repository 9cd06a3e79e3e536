package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;
import org.twinprop.data.images.StillImage;

/** An image that may show a check: a scan, or a photo. */
public final class Photo {
  private static final int SMALLEST_WIDTH = 300;
  private static final int SMALLEST_HEIGHT = 120;

  private final Planar<GrayF32> image;

  private Photo(Planar<GrayF32> image) {
    this.image = image;
  }

  /**
   * Reads a PNG or JPEG file.
   *
   * @throws BadInput if there is no such file, if it is no image or damaged, or if it is too small
   *     or too large to be the photo of a check
   */
  public static Photo read(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInput(
          "%s: is a folder; give the images in it, as %s/*.png".formatted(file, file));
    }
    RegularFile.require(file, "give the image of a check");
    return StillImage.read(file, (width, height) -> requireSize(file, width, height))
        .map(Photo::of)
        .orElseThrow(
            () ->
                new BadInput(
                    "%s: is no image that can be read; give a PNG or JPEG file".formatted(file)));
  }

  private static void requireSize(Path file, int width, int height) {
    if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
      throw new BadInput(
          "%s: %d x %d pixels are too few to read a check from; give at least %d x %d, better 1200 x 540"
              .formatted(file, width, height, SMALLEST_WIDTH, SMALLEST_HEIGHT));
    }
  }

  /** An image in memory; what is transparent in it counts as it would on white paper. */
  public static Photo of(BufferedImage image) {
    int width = image.getWidth();
    Planar<GrayF32> planar = new Planar<>(GrayF32.class, width, image.getHeight(), 3);
    int[] line = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int x = 0; x < width; x++) {
        float opacity = (line[x] >>> 24) / 255f;
        for (int band = 0; band < 3; band++) {
          int shade = line[x] >> (16 - 8 * band) & 0xff;
          planar.getBand(band).unsafe_set(x, y, opacity * shade + (1 - opacity) * 255);
        }
      }
    }
    return new Photo(planar);
  }

  public int width() {
    return image.width;
  }

  public int height() {
    return image.height;
  }

  /** A copy to draw on. */
  public BufferedImage toImage() {
    BufferedImage copy = new BufferedImage(image.width, image.height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height; y++) {
      for (int x = 0; x < image.width; x++) {
        int pixel = 0;
        for (int band = 0; band < 3; band++) {
          pixel = pixel << 8 | Math.round(image.getBand(band).unsafe_get(x, y));
        }
        copy.setRGB(x, y, pixel);
      }
    }
    return copy;
  }

  /** Red, green and blue, each 0 to 255. */
  Planar<GrayF32> image() {
    return image;
  }
}
