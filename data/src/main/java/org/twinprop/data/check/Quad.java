package org.twinprop.data.check;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A rectangle of the check as it lies in the image: four corners, clockwise as seen, from the one
 * that is the upper left corner on the check. The unit is the pixel; (0, 0) is the centre of the
 * image's upper left pixel.
 */
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
  /**
   * @param x to the right
   * @param y downwards
   */
  public record Point(double x, double y) {}

  /** An upright rectangle. */
  public static Quad of(double left, double top, double right, double bottom) {
    return new Quad(
        new Point(left, top),
        new Point(right, top),
        new Point(right, bottom),
        new Point(left, bottom));
  }

  /** An upright rectangle. */
  static Quad of(Rectangle2D box) {
    return of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** The corners in their order. */
  public List<Point> corners() {
    return List.of(topLeft, topRight, bottomRight, bottomLeft);
  }
}
