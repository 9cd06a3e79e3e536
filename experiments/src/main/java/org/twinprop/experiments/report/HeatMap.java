package org.twinprop.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Numbers as colours: blue below 0, white at 0, vermilion above, which the colour-blind can tell
 * apart, too. What is larger than the picture may be is drawn smaller, every cell then the largest
 * magnitude that it stands for.
 */
public final class HeatMap {
  /** Cells along the longer side, at most. */
  private static final int MOST_CELLS = 512;

  /** Pixels along the longer side, at least. */
  private static final int LEAST_PIXELS = 256;

  /** How much longer than wide a picture may be; a vector's row is drawn thicker. */
  private static final int LONGEST = 8;

  private static final int[] NEGATIVE = {0x00, 0x72, 0xb2};
  private static final int[] POSITIVE = {0xd5, 0x5e, 0x00};
  private static final Color LINE = new Color(0x9aa0a6);

  private final double[] plane;
  private final Tiles tiles;
  private final double scale;
  private final int step;
  private final int across;
  private final int down;

  private HeatMap(double[] values, Tiles tiles, double scale) {
    this.tiles = tiles;
    this.scale = scale;
    plane = new double[tiles.totalWidth() * tiles.totalHeight()];
    Arrays.fill(plane, Double.NaN); // the last row of tiles may not be full
    for (int i = 0; i < values.length; i++) {
      plane[tiles.y(i) * tiles.totalWidth() + tiles.x(i)] = values[i];
    }
    step = step(tiles);
    across = (tiles.totalWidth() + step - 1) / step;
    down = (tiles.totalHeight() + step - 1) / step;
  }

  /**
   * @param values row by row
   * @param tiles where they lie
   * @param scale the magnitude that has full colour
   */
  public static BufferedImage draw(double[] values, Tiles tiles, double scale) {
    return new HeatMap(values, tiles, scale).draw();
  }

  /** How many entries in a row and column one cell stands for. */
  public static int step(Tiles tiles) {
    int longer = Math.max(tiles.totalWidth(), tiles.totalHeight());
    return (longer + MOST_CELLS - 1) / MOST_CELLS;
  }

  private BufferedImage draw() {
    int cell = Math.max(1, LEAST_PIXELS / Math.max(across, down));
    int width = cell * Math.max(1, down / (LONGEST * across));
    int height = cell * Math.max(1, across / (LONGEST * down));
    int line = tiles.several() && step == 1 ? Math.max(1, cell / 8) : 0;
    BufferedImage image =
        new BufferedImage(
            across * width + line * (tiles.columns() - 1),
            down * height + line * (tiles.rows() - 1),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(LINE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        pen.setColor(colour(largest(x * step, y * step)));
        int left = x * width + line * (x / tiles.width());
        int top = y * height + line * (y / tiles.height());
        pen.fillRect(left, top, width, height);
      }
    }
    pen.dispose();
    return image;
  }

  private double largest(int left, int top) {
    double largest = Double.NaN;
    for (int y = top; y < Math.min(top + step, tiles.totalHeight()); y++) {
      for (int x = left; x < Math.min(left + step, tiles.totalWidth()); x++) {
        double here = plane[y * tiles.totalWidth() + x];
        if (Double.isNaN(largest) || Math.abs(here) > Math.abs(largest)) {
          largest = here;
        }
      }
    }
    return largest;
  }

  private Color colour(double value) {
    if (Double.isNaN(value)) {
      return LINE;
    }
    double share = scale == 0 ? 0 : Math.min(1, Math.abs(value) / scale);
    int[] end = value < 0 ? NEGATIVE : POSITIVE;
    int colour = 0;
    for (int channel : end) {
      colour = colour << 8 | (int) Math.round(255 + share * (channel - 255));
    }
    return new Color(colour);
  }
}
