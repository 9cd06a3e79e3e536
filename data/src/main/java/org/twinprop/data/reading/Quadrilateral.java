package org.twinprop.data.reading;

import georegression.struct.homography.Homography2D_F64;
import georegression.struct.point.Point2D_F64;
import java.util.Comparator;
import java.util.List;

/**
 * Four corners in an image, clockwise as seen. The unit is the pixel; (0, 0) is the centre of the
 * image's upper left pixel.
 *
 * @param corners upper left, upper right, lower right, lower left of what is seen
 */
public record Quadrilateral(List<Point2D_F64> corners) {
  /** Keeps an unmodifiable copy. */
  public Quadrilateral {
    corners = List.copyOf(corners);
    if (corners.size() != 4) {
      throw new IllegalArgumentException("a quadrilateral has 4 corners, not " + corners.size());
    }
  }

  static Quadrilateral of(double left, double top, double right, double bottom) {
    return new Quadrilateral(
        List.of(
            new Point2D_F64(left, top),
            new Point2D_F64(right, top),
            new Point2D_F64(right, bottom),
            new Point2D_F64(left, bottom)));
  }

  /** Corners in any order around, told apart by which lies furthest to the upper left. */
  static Quadrilateral clockwise(List<Point2D_F64> around) {
    double middleX = around.stream().mapToDouble(p -> p.x).average().orElseThrow();
    double middleY = around.stream().mapToDouble(p -> p.y).average().orElseThrow();
    List<Point2D_F64> sorted =
        around.stream()
            .sorted(Comparator.comparingDouble(p -> StrictMath.atan2(p.y - middleY, p.x - middleX)))
            .toList();
    int first = 0;
    for (int i = 1; i < 4; i++) {
      if (sorted.get(i).x + sorted.get(i).y < sorted.get(first).x + sorted.get(first).y) {
        first = i;
      }
    }
    return new Quadrilateral(
        List.of(
            sorted.get(first),
            sorted.get((first + 1) % 4),
            sorted.get((first + 2) % 4),
            sorted.get((first + 3) % 4)));
  }

  /** The same in an image that is larger by a factor. */
  Quadrilateral scaled(double factor) {
    return new Quadrilateral(
        corners.stream()
            .map(p -> new Point2D_F64((p.x + 0.5) * factor - 0.5, (p.y + 0.5) * factor - 0.5))
            .toList());
  }

  /** The mean length of the upper and the lower side. */
  double width() {
    return (side(0) + side(2)) / 2;
  }

  /** The mean length of the left and the right side. */
  double height() {
    return (side(1) + side(3)) / 2;
  }

  private double side(int i) {
    return corners.get(i).distance(corners.get((i + 1) % 4));
  }

  /**
   * The homography that takes an upright rectangle, from (0, 0) to (width, height), to these
   * corners.
   *
   * <p>Source: Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3:
   * the square to a quadrilateral.
   */
  Homography2D_F64 fromRectangle(double width, double height) {
    Point2D_F64 p0 = corners.get(0);
    Point2D_F64 p1 = corners.get(1);
    Point2D_F64 p2 = corners.get(2);
    Point2D_F64 p3 = corners.get(3);
    double dx1 = p1.x - p2.x;
    double dx2 = p3.x - p2.x;
    double dx3 = p0.x - p1.x + p2.x - p3.x;
    double dy1 = p1.y - p2.y;
    double dy2 = p3.y - p2.y;
    double dy3 = p0.y - p1.y + p2.y - p3.y;
    double determinant = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / determinant;
    double h = (dx1 * dy3 - dx3 * dy1) / determinant;
    return new Homography2D_F64(
        (p1.x - p0.x + g * p1.x) / width,
        (p3.x - p0.x + h * p3.x) / height,
        p0.x,
        (p1.y - p0.y + g * p1.y) / width,
        (p3.y - p0.y + h * p3.y) / height,
        p0.y,
        g / width,
        h / height,
        1);
  }
}
