package org.twinprop.data.pen;

/**
 * Paper on which a round pen with a soft edge leaves ink. A pixel is as dark as the share of it
 * that the pen covers, taken from its centre's distance to the line: 1 within the pen's radius less
 * half a pixel, 0 beyond the radius and half a pixel, linear between.
 */
final class Raster {
  private final int size;
  private final double[] ink;

  /**
   * @param size pixels in each row and in each column
   */
  Raster(int size) {
    this.size = size;
    this.ink = new double[size * size];
  }

  /** The darkness of a pixel, 0 to 1. */
  double ink(int row, int column) {
    return ink[row * size + column];
  }

  /**
   * Draws a straight line.
   *
   * @param x0 from this place, in pixels from the left edge of the paper
   * @param y0 and in pixels from its upper edge
   * @param radius half the width of the line, in pixels
   */
  void line(double x0, double y0, double x1, double y1, double radius) {
    double reach = radius + 0.5;
    int firstRow = clamp(Math.floor(Math.min(y0, y1) - reach));
    int lastRow = clamp(Math.ceil(Math.max(y0, y1) + reach));
    int firstColumn = clamp(Math.floor(Math.min(x0, x1) - reach));
    int lastColumn = clamp(Math.ceil(Math.max(x0, x1) + reach));
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        double distance = distance(column + 0.5, row + 0.5, x0, y0, x1, y1);
        double darkness = Math.max(0, Math.min(1, reach - distance));
        int pixel = row * size + column;
        ink[pixel] = Math.max(ink[pixel], darkness);
      }
    }
  }

  private int clamp(double pixel) {
    return (int) Math.max(0, Math.min(size - 1, pixel));
  }

  /** From a point to the nearest point of a segment. */
  private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squaredLength = dx * dx + dy * dy;
    double along = squaredLength == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / squaredLength;
    double nearest = Math.max(0, Math.min(1, along));
    return Trace.distance(x - x0 - nearest * dx, y - y0 - nearest * dy);
  }
}
