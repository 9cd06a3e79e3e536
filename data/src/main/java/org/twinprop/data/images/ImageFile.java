package org.twinprop.data.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.twinprop.data.BadInput;

/** Reads one image, and scales it. */
final class ImageFile {
  /** What a file may claim to hold: a small file can unpack to more than memory has. */
  private static final long MOST_PIXELS = 50_000_000;

  private ImageFile() {}

  /**
   * The image in red, green and blue; what is transparent is white.
   *
   * @throws BadInput if it is damaged, no image that Java reads, or of too many pixels; names it
   */
  static BufferedImage read(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        throw new BadInput(
            file + ": is no PNG or JPEG image that can be read; mend it, or take it out");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        requireModest(file, (long) reader.getWidth(0) * reader.getHeight(0));
        return onWhite(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof BadInput known) {
        throw known;
      }
      // readers fail in many ways at a damaged file
      throw new BadInput(
          "%s: is damaged (%s); mend it, or take it out"
              .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
          e);
    }
  }

  private static void requireModest(Path file, long pixels) {
    if (pixels > MOST_PIXELS) {
      throw new BadInput(
          "%s: has %,d pixels, and at most %,d are read; make it smaller"
              .formatted(file, pixels, MOST_PIXELS));
    }
  }

  private static BufferedImage onWhite(BufferedImage image) {
    return scaled(image, image.getWidth(), image.getHeight());
  }

  /** Each side in steps of at most a half, so that every pixel counts. */
  static BufferedImage scaled(BufferedImage image, int width, int height) {
    int nextWidth = step(image.getWidth(), width);
    int nextHeight = step(image.getHeight(), height);
    BufferedImage next = drawn(image, nextWidth, nextHeight);
    return nextWidth == width && nextHeight == height ? next : scaled(next, width, height);
  }

  private static int step(int from, int to) {
    return from > 2 * to ? (from + 1) / 2 : to;
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }
}
