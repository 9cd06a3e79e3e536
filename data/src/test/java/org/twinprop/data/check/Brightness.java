package org.twinprop.data.check;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.twinprop.data.check.Quad.Point;

/** How bright an image is, 0 to 255. */
final class Brightness {
  private Brightness() {}

  static double at(BufferedImage image, double x, double y) {
    Color color = new Color(image.getRGB((int) Math.round(x), (int) Math.round(y)));
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3.0;
  }

  /**
   * At a place in a rectangle of the check.
   *
   * @param u from its left edge, 0, to its right, 1
   * @param v from its upper edge, 0, to its lower, 1
   */
  static double in(BufferedImage image, Quad quad, double u, double v) {
    Point upper = between(quad.topLeft(), quad.topRight(), u);
    Point lower = between(quad.bottomLeft(), quad.bottomRight(), u);
    Point point = between(upper, lower, v);
    return at(image, point.x(), point.y());
  }

  private static Point between(Point a, Point b, double share) {
    return new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }

  /** The mean difference of two images of one size. */
  static double distance(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs(at(a, x, y) - at(b, x, y));
      }
    }
    return sum / a.getWidth() / a.getHeight();
  }
}
