package org.twinprop.data.check;

import georegression.struct.homography.Homography2D_F64;
import georegression.struct.point.Point2D_F64;
import georegression.transform.homography.HomographyPointOps_F64;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.twinprop.data.check.Quad.Point;
import org.twinprop.data.pen.Chance;

/**
 * Where a pinhole camera sees the check (Hartley and Zisserman, "Multiple View Geometry in Computer
 * Vision", second edition, section 8.1.1: the image of a plane is its homography).
 */
final class View {
  private static final double LARGEST_ROTATION = Math.toRadians(12);
  private static final double LARGEST_TILT = Math.toRadians(24);

  /** The distance of the camera, in pixels of the check. */
  private static final double DISTANCE = 2400;

  private final Homography2D_F64 checkToImage;
  private final int width;
  private final int height;
  private final boolean straight;
  private final Frame frame;

  private View(Homography2D_F64 checkToImage, int width, int height, boolean straight) {
    this(checkToImage, width, height, straight, new Frame(0, 0, width, height));
  }

  private View(
      Homography2D_F64 checkToImage, int width, int height, boolean straight, Frame frame) {
    this.checkToImage = checkToImage;
    this.width = width;
    this.height = height;
    this.straight = straight;
    this.frame = frame;
  }

  /**
   * Where in a whole image this one lies, in pixels.
   *
   * @param left of its first column
   * @param top of its first row
   * @param width of the whole
   * @param height of the whole
   */
  record Frame(int left, int top, int width, int height) {}

  /**
   * @param skew the severity of the rotation
   * @param perspective the severity of the tilt
   */
  static View draw(Chance chance, double skew, double perspective) {
    double roll = LARGEST_ROTATION * skew * sign(chance);
    double direction = chance.between(0, 2 * Math.PI);
    double tilt = LARGEST_TILT * perspective;
    double margin = chance.between(0.02, 0.08) * Layout.WIDTH;
    if (skew == 0 && perspective == 0) {
      return new View(new Homography2D_F64(), Layout.WIDTH, Layout.HEIGHT, true);
    }
    Homography2D_F64 seen =
        seen(roll, tilt * StrictMath.cos(direction), tilt * StrictMath.sin(direction));
    Rectangle2D bounds = bounds(seen, edges());
    Homography2D_F64 moved =
        seen.concat(translation(margin - bounds.getX(), margin - bounds.getY()), null);
    return new View(
        moved,
        (int) Math.ceil(bounds.getWidth() + 2 * margin),
        (int) Math.ceil(bounds.getHeight() + 2 * margin),
        false);
  }

  private static double sign(Chance chance) {
    return chance.happens(0.5) ? 1 : -1;
  }

  /** Rotated about its centre, then tilted about the vertical and the horizontal axis. */
  private static Homography2D_F64 seen(double roll, double yaw, double pitch) {
    double cr = StrictMath.cos(roll);
    double sr = StrictMath.sin(roll);
    double cy = StrictMath.cos(yaw);
    double sy = StrictMath.sin(yaw);
    double cp = StrictMath.cos(pitch);
    double sp = StrictMath.sin(pitch);
    // The first two columns of Rx(pitch) Ry(yaw) Rz(roll), and the camera at some distance.
    Homography2D_F64 camera =
        new Homography2D_F64(
            DISTANCE * cy * cr,
            -DISTANCE * cy * sr,
            0,
            DISTANCE * (cp * sr + sp * sy * cr),
            DISTANCE * (cp * cr - sp * sy * sr),
            0,
            sp * sr - cp * sy * cr,
            sp * cr + cp * sy * sr,
            DISTANCE);
    return translation(-Layout.WIDTH / 2.0, -Layout.HEIGHT / 2.0).concat(camera, null);
  }

  private static Homography2D_F64 translation(double x, double y) {
    return new Homography2D_F64(1, 0, x, 0, 1, y, 0, 0, 1);
  }

  private static Rectangle2D bounds(Homography2D_F64 homography, Quad onCheck) {
    Rectangle2D bounds = null;
    for (Point corner : onCheck.corners()) {
      Point seen = transformed(homography, corner);
      Rectangle2D point = new Rectangle2D.Double(seen.x(), seen.y(), 0, 0);
      bounds = bounds == null ? point : bounds.createUnion(point);
    }
    return bounds;
  }

  private static Quad edges() {
    return Quad.of(-0.5, -0.5, Layout.WIDTH - 0.5, Layout.HEIGHT - 0.5);
  }

  private static Point transformed(Homography2D_F64 homography, Point point) {
    Point2D_F64 seen =
        HomographyPointOps_F64.transform(homography, point.x(), point.y(), new Point2D_F64());
    return new Point(seen.x, seen.y);
  }

  /** What the same camera sees of a part of the check, and of what lies beside it there. */
  View of(Rectangle2D part) {
    Rectangle2D seen = bounds(checkToImage, Quad.of(part));
    int left = (int) Math.floor(seen.getMinX());
    int top = (int) Math.floor(seen.getMinY());
    return new View(
        checkToImage.concat(translation(-left, -top), null),
        (int) Math.ceil(seen.getMaxX()) - left,
        (int) Math.ceil(seen.getMaxY()) - top,
        false,
        new Frame(left, top, width, height));
  }

  Frame frame() {
    return frame;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether the image is the check and nothing else. */
  boolean isStraight() {
    return straight;
  }

  Homography2D_F64 imageToCheck() {
    return checkToImage.invert(null);
  }

  /** The corners of the check in the image. */
  Quad check() {
    return seen(edges());
  }

  /** Where something on the check is in the image. */
  Quad seen(Quad onCheck) {
    List<Point> corners =
        onCheck.corners().stream().map(corner -> transformed(checkToImage, corner)).toList();
    return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
  }
}
