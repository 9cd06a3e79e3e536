package org.twinprop.data.check;

import java.awt.geom.Rectangle2D;

/** A digit as written: ink from 0 to 1 on a small grid, continuous between its points. */
final class DigitImage {
  private static final double INK = 0.3;

  private final double[] ink;
  private final int width;
  private final int height;

  /**
   * @param bytes row after row from the top, 0 paper and 255 ink
   * @param width of a row
   */
  DigitImage(byte[] bytes, int width) {
    this.width = width;
    this.height = bytes.length / width;
    ink = new double[bytes.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (bytes[i] & 0xff) / 255.0;
    }
  }

  int height() {
    return height;
  }

  private double at(int row, int column) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? ink[row * width + column] : 0;
  }

  /** The ink at a place, by bilinear interpolation; whole numbers are centres of pixels. */
  double ink(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = x - column;
    double down = y - row;
    double upper = (1 - right) * at(row, column) + right * at(row, column + 1);
    double lower = (1 - right) * at(row + 1, column) + right * at(row + 1, column + 1);
    return (1 - down) * upper + down * lower;
  }

  /** The first column of a row that holds ink, or the grid's width if none does. */
  int firstInk(int row) {
    int column = 0;
    while (column < width && at(row, column) < INK) {
      column++;
    }
    return column;
  }

  /** The last column of a row that holds ink, or -1. */
  int lastInk(int row) {
    int column = width - 1;
    while (column >= 0 && at(row, column) < INK) {
      column--;
    }
    return column;
  }

  int left() {
    int left = width;
    for (int row = 0; row < height; row++) {
      left = Math.min(left, firstInk(row));
    }
    return left;
  }

  int right() {
    int right = -1;
    for (int row = 0; row < height; row++) {
      right = Math.max(right, lastInk(row));
    }
    return right;
  }

  int top() {
    int row = 0;
    while (row < height - 1 && lastInk(row) < 0) {
      row++;
    }
    return row;
  }

  int bottom() {
    int row = height - 1;
    while (row > 0 && lastInk(row) < 0) {
      row--;
    }
    return row;
  }

  /** Around the ink, from edge to edge of its outermost pixels. */
  Rectangle2D bounds() {
    return new Rectangle2D.Double(
        left() - 0.5, top() - 0.5, right() - left() + 1, bottom() - top() + 1);
  }

  /**
   * The mean width of the stroke. A line of width w and length L, long against its width, covers A
   * = w L and has the circumference P = 2 L, so w = 2 A / P; the circumference of a soft shape is
   * the sum of the lengths of its gradient (Fleming and Rishel, "An integral formula for total
   * gradient variation", Archiv der Mathematik 11, 1960).
   */
  double strokeWidth() {
    double area = 0;
    double circumference = 0;
    for (int row = -1; row < height; row++) {
      for (int column = -1; column < width; column++) {
        area += at(row, column);
        double dx = at(row, column + 1) - at(row, column);
        double dy = at(row + 1, column) - at(row, column);
        circumference += Math.sqrt(dx * dx + dy * dy);
      }
    }
    return 2 * area / circumference;
  }
}
