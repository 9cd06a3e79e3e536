package org.twinprop.data.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.twinprop.data.BadInput;

/** Reads one image, and scales it. */
final class ImageFile {
  private ImageFile() {}

  /**
   * The image in red, green and blue; what is transparent is white.
   *
   * @throws BadInput if it is damaged, neither PNG nor JPEG, or of too many pixels; names it
   */
  static BufferedImage read(Path file) {
    return StillImage.read(file, (width, height) -> {})
        .map(ImageFile::onWhite)
        .orElseThrow(
            () ->
                new BadInput(
                    file + ": is no PNG or JPEG image that can be read; mend it, or take it out"));
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
