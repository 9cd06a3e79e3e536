package org.twinprop.data.check;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.twinprop.data.DigitExamples;

/** How like a digit in an image is to the example that it is said to be. */
final class Resemblance {
  private static final int GRID = 16;

  private Resemblance() {}

  /**
   * Pearson's correlation of darkness in the image with ink of the example, on a grid of points.
   */
  static double of(BufferedImage image, DigitTruth digit, DigitExamples examples) {
    DigitImage example = new DigitImage(examples.image(digit.example()), 28);
    Rectangle2D ink = example.bounds();
    double[] seen = new double[GRID * GRID];
    double[] wanted = new double[GRID * GRID];
    for (int i = 0; i < seen.length; i++) {
      double u = (i % GRID + 0.5) / GRID;
      double v = (i / GRID + 0.5) / GRID;
      seen[i] = -Brightness.in(image, digit.box(), u, v);
      wanted[i] = example.ink(ink.getX() + u * ink.getWidth(), ink.getY() + v * ink.getHeight());
    }
    return correlation(seen, wanted);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
