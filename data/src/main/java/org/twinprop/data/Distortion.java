package org.twinprop.data;

import org.twinprop.data.pen.Chance;

/**
 * One way to move the ink of an image as another hand might have: turned, slanted, stretched and
 * shifted as a whole, and bent here and there by displacements that change smoothly.
 *
 * <p>Source: Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks
 * Applied to Visual Document Analysis" (2003), section 2: affine and elastic distortions. Here the
 * displacements are drawn at the nodes of a coarse grid and are linear in between, in place of a
 * Gaussian filter over those of every pixel.
 */
final class Distortion {
  /** Standard deviations: of the angle in radians, and of shares of the size. */
  private static final double ANGLE = 0.07;

  private static final double SLANT = 0.1;
  private static final double STRETCH = 0.07;

  /** Of shifts, in pixels. */
  private static final double SHIFT = 0.5;

  private static final double BEND = 0.9;
  private static final int NODES = 6;

  private final double[] affine;
  private final double[][] bendX;
  private final double[][] bendY;

  private Distortion(double[] affine, double[][] bendX, double[][] bendY) {
    this.affine = affine;
    this.bendX = bendX;
    this.bendY = bendY;
  }

  /** A new one. */
  static Distortion draw(Chance chance) {
    double angle = ANGLE * chance.bell();
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double slant = SLANT * chance.bell();
    double wide = 1 + STRETCH * chance.bell();
    double high = 1 + STRETCH * chance.bell();
    double[] affine = {
      cos * wide,
      (sin + slant) * wide,
      SHIFT * chance.bell(),
      -sin * high,
      cos * high,
      SHIFT * chance.bell()
    };
    return new Distortion(affine, nodes(chance), nodes(chance));
  }

  private static double[][] nodes(Chance chance) {
    double[][] nodes = new double[NODES][NODES];
    for (double[] row : nodes) {
      for (int i = 0; i < NODES; i++) {
        row[i] = BEND * chance.bell();
      }
    }
    return nodes;
  }

  /**
   * The image as it becomes.
   *
   * @param pixels row after row
   * @param into as many, from 0 to 1 for bytes from 0 to 255
   */
  void apply(byte[] pixels, int height, int width, double[] into) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - (width - 1) / 2.0;
        double dy = y - (height - 1) / 2.0;
        double column = x * (NODES - 1.0) / (width - 1);
        double row = y * (NODES - 1.0) / (height - 1);
        double u = affine[0] * dx + affine[1] * dy + affine[2] + between(bendX, column, row);
        double v = affine[3] * dx + affine[4] * dy + affine[5] + between(bendY, column, row);
        double ink = ink(pixels, height, width, u + (width - 1) / 2.0, v + (height - 1) / 2.0);
        into[y * width + x] = Math.min(1, ink / 255);
      }
    }
  }

  private static double between(double[][] nodes, double x, double y) {
    int column = Math.min((int) x, NODES - 2);
    int row = Math.min((int) y, NODES - 2);
    double right = x - column;
    double down = y - row;
    return (1 - down) * ((1 - right) * nodes[row][column] + right * nodes[row][column + 1])
        + down * ((1 - right) * nodes[row + 1][column] + right * nodes[row + 1][column + 1]);
  }

  /** Bilinear between centres of pixels; paper all around. */
  private static double ink(byte[] pixels, int height, int width, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double ink = 0;
    for (int v = Math.max(0, row); v <= Math.min(height - 1, row + 1); v++) {
      for (int u = Math.max(0, column); u <= Math.min(width - 1, column + 1); u++) {
        double share = (1 - Math.abs(x - u)) * (1 - Math.abs(y - v));
        ink += share * (pixels[v * width + u] & 0xff);
      }
    }
    return ink;
  }
}
