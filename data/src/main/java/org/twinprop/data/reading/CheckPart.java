package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import georegression.struct.homography.Homography2D_F64;
import georegression.struct.point.Point2D_F64;
import georegression.transform.homography.HomographyPointOps_F64;
import java.util.List;
import org.twinprop.data.check.Quad;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.pen.Chance;

/**
 * The inside of the amount's box on a made check, straightened nearly as well as if paper and box
 * had been found.
 *
 * @param ink as {@link InkSeparation} tells it
 * @param toInk from the image to it
 */
record CheckPart(GrayF32 ink, Homography2D_F64 toInk) {
  /** How far corners that were found are from where they are, in pixels of the check. */
  private static final double CORNER = 0.8;

  private static final double SIDE = 0.7;

  static CheckPart of(RenderedCheck check, Chance chance) {
    StraightCheck straight =
        new StraightCheck(Photo.of(check.image()), found(check.truth().check(), chance));
    Box field = bounds(check.truth().amountField(), straight.fromPhoto());
    Box inside =
        new Box(
            field.left() + CheckReader.INSET + offset(chance),
            field.top() + CheckReader.INSET + offset(chance),
            field.right() - CheckReader.INSET + offset(chance),
            field.bottom() - CheckReader.INSET + offset(chance));
    int scale = CheckReader.SCALE;
    Homography2D_F64 magnified =
        new Homography2D_F64(
            scale, 0, -scale * inside.left(), 0, scale, -scale * inside.top(), 0, 0, 1);
    return new CheckPart(
        InkSeparation.ink(straight.part(inside, scale), scale),
        straight.fromPhoto().concat(magnified, null));
  }

  private static int offset(Chance chance) {
    return (int) Math.round(SIDE * chance.bell());
  }

  private static Quadrilateral found(Quad truth, Chance chance) {
    return new Quadrilateral(
        truth.corners().stream()
            .map(
                corner ->
                    new Point2D_F64(
                        corner.x() + CORNER * chance.bell(), corner.y() + CORNER * chance.bell()))
            .toList());
  }

  /** The box around something in the image, in pixels of the ink. */
  Box place(Quad quad) {
    return bounds(quad, toInk);
  }

  private static Box bounds(Quad quad, Homography2D_F64 map) {
    List<Point2D_F64> corners =
        quad.corners().stream()
            .map(p -> HomographyPointOps_F64.transform(map, p.x(), p.y(), new Point2D_F64()))
            .toList();
    return new Box(
        (int) Math.round(corners.stream().mapToDouble(p -> p.x).min().orElseThrow()),
        (int) Math.round(corners.stream().mapToDouble(p -> p.y).min().orElseThrow()),
        (int) Math.round(corners.stream().mapToDouble(p -> p.x).max().orElseThrow()),
        (int) Math.round(corners.stream().mapToDouble(p -> p.y).max().orElseThrow()));
  }
}
