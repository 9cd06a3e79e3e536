package org.twinprop.data.reading;

import boofcv.abst.distort.FDistort;
import boofcv.alg.distort.PixelTransformHomography_F32;
import boofcv.struct.border.BorderType;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;
import georegression.struct.homography.Homography2D_F64;
import georegression.struct.point.Point2D_F64;
import georegression.transform.homography.HomographyPointOps_F64;
import java.util.List;

/**
 * A photo seen as if the check lay straight before the camera, 1200 pixels wide and 540 high.
 * Places on it are in these pixels, (0, 0) the upper left corner of the paper.
 */
final class StraightCheck {
  static final int WIDTH = 1200;
  static final int HEIGHT = 540;

  private final Photo photo;
  private final Homography2D_F64 toPhoto;

  /**
   * @param corners of the paper in the photo
   */
  StraightCheck(Photo photo, Quadrilateral corners) {
    this.photo = photo;
    toPhoto = corners.fromRectangle(WIDTH, HEIGHT);
  }

  /** All of it, red, green and blue, each 0 to 255. */
  Planar<GrayF32> whole() {
    return part(new Box(0, 0, WIDTH, HEIGHT), 1);
  }

  /**
   * A part of it, red, green and blue.
   *
   * @param box on the check
   * @param scale pixels of the part for each of the check
   */
  Planar<GrayF32> part(Box box, int scale) {
    Planar<GrayF32> part =
        new Planar<>(GrayF32.class, box.width() * scale, box.height() * scale, 3);
    // pixel u of the part is centred at left + (u + 1/2) / scale on the check
    double half = 0.5 / scale;
    Homography2D_F64 toCheck =
        new Homography2D_F64(
            1.0 / scale, 0, box.left() + half, 0, 1.0 / scale, box.top() + half, 0, 0, 1);
    new FDistort(photo.image(), part)
        .transform(new PixelTransformHomography_F32(toCheck.concat(toPhoto, null)))
        .border(BorderType.EXTENDED)
        .apply();
    return part;
  }

  /** Where a part of the check is in the photo. */
  Quadrilateral inPhoto(double left, double top, double right, double bottom) {
    return new Quadrilateral(
        List.of(
            inPhoto(left, top),
            inPhoto(right, top),
            inPhoto(right, bottom),
            inPhoto(left, bottom)));
  }

  /** From places in the photo to places on the check. */
  Homography2D_F64 fromPhoto() {
    return toPhoto.invert(null);
  }

  private Point2D_F64 inPhoto(double x, double y) {
    return HomographyPointOps_F64.transform(toPhoto, x, y, new Point2D_F64());
  }
}
