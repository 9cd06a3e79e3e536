package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import org.ejml.simple.SimpleMatrix;

/**
 * The light on what a check lies on, in one colour. Along the edge of a photo only that surface is
 * seen; its shade there, fitted by least squares, says how the light falls off across the photo:
 *
 * <p>log shade(u, v) = c0 + c1 u + c2 v + c3 u^2 + c4 u v + c5 v^2, with u and v from -1 to 1.
 *
 * <p>Divided by it, the surface is 1 everywhere and the paper as much lighter as it is lighter
 * (Gonzalez and Woods, Digital Image Processing, 2018, section 2.3: an image is illumination times
 * reflectance).
 */
final class SurfaceLight {
  /** Of the image's smaller side: how much of its edge is taken for surface alone. */
  private static final double EDGE = 0.06;

  private static final int TERMS = 6;

  /** Streaks and knots of the surface are left out in fits after the first. */
  private static final int FITS = 3;

  private static final double OUTLIER = 1.5;

  private SurfaceLight() {}

  /**
   * @param image of shades from 0 to 255
   * @return of the same size: shades as shares of the surface's
   */
  static GrayF32 removed(GrayF32 image) {
    SimpleMatrix fit = null;
    double spread = Double.POSITIVE_INFINITY;
    for (int i = 0; i < FITS; i++) {
      Sums sums = new Sums(fit, OUTLIER * spread);
      overEdge(image, sums);
      fit = sums.solved();
      spread = sums.spread();
    }
    GrayF32 removed = new GrayF32(image.width, image.height);
    for (int y = 0; y < image.height; y++) {
      for (int x = 0; x < image.width; x++) {
        double surface = Math.exp(at(fit, terms(image, x, y)));
        removed.unsafe_set(x, y, (float) (shade(image, x, y) / surface));
      }
    }
    return removed;
  }

  private static void overEdge(GrayF32 image, Sums sums) {
    int edge = Math.max(2, (int) (EDGE * Math.min(image.width, image.height)));
    for (int y = 0; y < image.height; y++) {
      boolean inside = y >= edge && y < image.height - edge;
      for (int x = 0; x < image.width; x++) {
        if (inside && x == edge) {
          x = image.width - edge;
        }
        sums.add(terms(image, x, y), Math.log(shade(image, x, y)));
      }
    }
  }

  private static float shade(GrayF32 image, int x, int y) {
    return Math.max(1, image.unsafe_get(x, y));
  }

  private static double[] terms(GrayF32 image, int x, int y) {
    double u = 2.0 * x / (image.width - 1) - 1;
    double v = 2.0 * y / (image.height - 1) - 1;
    return new double[] {1, u, v, u * u, u * v, v * v};
  }

  private static double at(SimpleMatrix fit, double[] terms) {
    double sum = 0;
    for (int i = 0; i < TERMS; i++) {
      sum += fit.get(i) * terms[i];
    }
    return sum;
  }

  /** The normal equations, and how far the values are from the fit before. */
  private static final class Sums {
    private final SimpleMatrix before;
    private final double furthest;
    private final SimpleMatrix products = new SimpleMatrix(TERMS, TERMS);
    private final SimpleMatrix values = new SimpleMatrix(TERMS, 1);
    private double squares;
    private long count;

    /**
     * @param before the fit before; null for none
     * @param furthest from that fit that a value is counted
     */
    Sums(SimpleMatrix before, double furthest) {
      this.before = before;
      this.furthest = furthest;
    }

    void add(double[] terms, double value) {
      double off = before == null ? 0 : value - at(before, terms);
      if (Math.abs(off) > furthest) {
        return;
      }
      squares += off * off;
      count++;
      for (int i = 0; i < TERMS; i++) {
        values.set(i, values.get(i) + terms[i] * value);
        for (int j = 0; j < TERMS; j++) {
          products.set(i, j, products.get(i, j) + terms[i] * terms[j]);
        }
      }
    }

    SimpleMatrix solved() {
      return products.solve(values);
    }

    double spread() {
      return before == null ? Double.POSITIVE_INFINITY : Math.sqrt(squares / count);
    }
  }
}
