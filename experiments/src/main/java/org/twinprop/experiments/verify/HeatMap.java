package org.twinprop.experiments.verify;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Numbers as colours: blue below 0, white at 0, vermilion above, which the colour-blind can tell
 * apart, too. What is larger than the picture may be is drawn smaller, every dot then the largest
 * magnitude that it stands for.
 */
final class HeatMap {
  private static final int LARGEST = 512;

  /** How much longer than wide a picture may be; a vector's row is drawn thicker. */
  private static final int LONGEST = 16;

  private static final int[] NEGATIVE = {0x00, 0x72, 0xb2};
  private static final int[] POSITIVE = {0xd5, 0x5e, 0x00};
  private static final int LINE = 0xff9aa0a6;

  private HeatMap() {}

  /**
   * @param values row by row
   * @param tiles where they lie
   * @param scale the magnitude that has full colour
   */
  static BufferedImage draw(double[] values, Tiles tiles, double scale) {
    int width = tiles.totalWidth();
    int height = tiles.totalHeight();
    double[] plane = new double[width * height];
    Arrays.fill(plane, Double.NaN); // what is left between tiles is a line
    for (int i = 0; i < values.length; i++) {
      plane[tiles.y(i) * width + tiles.x(i)] = values[i];
    }
    int step = step(tiles);
    int across = (width + step - 1) / step;
    int down = (height + step - 1) / step;
    int thickX = Math.max(1, down / (LONGEST * across));
    int thickY = Math.max(1, across / (LONGEST * down));
    BufferedImage image =
        new BufferedImage(across * thickX, down * thickY, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double value = largest(plane, width, height, x / thickX * step, y / thickY * step, step);
        image.setRGB(x, y, colour(value, scale));
      }
    }
    return image;
  }

  /** How many entries in a row and column one dot stands for. */
  static int step(Tiles tiles) {
    int longer = Math.max(tiles.totalWidth(), tiles.totalHeight());
    return (longer + LARGEST - 1) / LARGEST;
  }

  private static double largest(
      double[] plane, int width, int height, int left, int top, int step) {
    double largest = Double.NaN;
    for (int y = top; y < Math.min(top + step, height); y++) {
      for (int x = left; x < Math.min(left + step, width); x++) {
        double here = plane[y * width + x];
        if (Double.isNaN(largest) || Math.abs(here) > Math.abs(largest)) {
          largest = here;
        }
      }
    }
    return largest;
  }

  private static int colour(double value, double scale) {
    if (Double.isNaN(value)) {
      return LINE;
    }
    double share = scale == 0 ? 0 : Math.min(1, Math.abs(value) / scale);
    int[] end = value < 0 ? NEGATIVE : POSITIVE;
    int colour = 0xff;
    for (int channel : end) {
      colour = colour << 8 | (int) Math.round(255 + share * (channel - 255));
    }
    return colour;
  }
}
