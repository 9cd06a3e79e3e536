package org.twinprop.data.reading;

import boofcv.alg.filter.binary.BinaryImageOps;
import boofcv.alg.filter.binary.GThresholdImageOps;
import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.alg.misc.ImageStatistics;
import boofcv.alg.misc.PixelMath;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.Planar;
import georegression.fitting.polygon.ConvexHullAndrewMonotone_F64;
import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ddogleg.struct.FastArray;

/** Finds the paper in a photo: the largest bright shape, if it has four sides. */
final class PaperFinder {
  private static final int WORKING_WIDTH = 480;

  /** Half the width of what is closed, and of what is opened, in pixels of the working image. */
  private static final int STROKE = 2;

  private static final int STREAK = 4;

  /** Of the image, at least. */
  private static final double LEAST_SHARE = 0.2;

  /** How much of its quadrilateral a shape must fill. */
  private static final double FULLNESS = 0.93;

  /** How much lighter paper is than what it lies on. */
  private static final double LEAST_STEP = 1.12;

  /** How far beside a side is looked, in pixels of the working image, and how often. */
  private static final double BESIDE = 4;

  private static final int SAMPLES = 41;

  private static final int THRESHOLDS = 8;

  private static final float LIGHTEST = 255;

  private PaperFinder() {}

  /**
   * @param photo of a check on something darker
   * @return its corners in the photo, clockwise from the upper left; empty if there is no such
   *     shape
   */
  static Optional<Quadrilateral> find(Photo photo) {
    double scale = Math.max(1, photo.width() / (double) WORKING_WIDTH);
    Planar<GrayF32> small = Grey.smallerBands(photo.image(), scale);
    GBlurImageOps.gaussian(small, small, 1, -1, null);
    GrayF32 grey = Grey.smaller(small, 1);
    return largestPaper(Stream.of(grey, SurfaceLight.removed(grey), SurfaceDifference.of(small)))
        .or(() -> largestPaper(Stream.of(SurfaceDifference.ofColour(small))))
        .map(corners -> corners.scaled(scale));
  }

  private static Optional<Quadrilateral> largestPaper(Stream<GrayF32> views) {
    return views
        .flatMap(PaperFinder::candidates)
        .max(Comparator.comparingDouble(corners -> area(corners.corners())));
  }

  /** Shapes of four sides, each of which divides light from dark. */
  private static Stream<Quadrilateral> candidates(GrayF32 shades) {
    // thresholds are looked for among whole numbers
    GrayF32 image = shades.createSameShape();
    PixelMath.multiply(shades, LIGHTEST / Math.max(1e-6f, ImageStatistics.max(shades)), image);
    return brightShapes(image)
        .flatMap(Optional::stream)
        .filter(corners -> leastStep(image, corners) > LEAST_STEP);
  }

  /**
   * The largest shape that is brighter than a threshold, if it has four sides; for Otsu's threshold
   * and for some above it, as a surface with bright streaks is itself divided by Otsu's.
   */
  private static Stream<Optional<Quadrilateral>> brightShapes(GrayF32 image) {
    double otsu = GThresholdImageOps.computeOtsu(image, 0, LIGHTEST);
    return IntStream.range(0, THRESHOLDS)
        .mapToDouble(i -> otsu + (LIGHTEST - otsu) * i / THRESHOLDS)
        .mapToObj(threshold -> largest(bright(image, threshold)));
  }

  private static Optional<Quadrilateral> largest(GrayU8 bright) {
    return BinaryImageOps.contourExternal(bright, ConnectRule.FOUR).stream()
        .map(
            contour ->
                contour.external.stream().map(p -> new Point2D_F64(p.x + 0.5, p.y + 0.5)).toList())
        .filter(points -> points.size() > 20)
        .max(Comparator.comparingDouble(PaperFinder::area))
        .filter(points -> area(points) > LEAST_SHARE * bright.width * bright.height)
        .flatMap(PaperFinder::quadrilateral);
  }

  /** What is bright, without print and writing on the paper, and without streaks beside it. */
  private static GrayU8 bright(GrayF32 image, double threshold) {
    GrayU8 bright = new GrayU8(image.width, image.height);
    GThresholdImageOps.threshold(image, bright, threshold, false);
    bright = BinaryImageOps.dilate8(bright, STROKE, null);
    bright = BinaryImageOps.erode8(bright, STROKE + STREAK, null);
    return BinaryImageOps.dilate8(bright, STREAK, null);
  }

  private static Optional<Quadrilateral> quadrilateral(List<Point2D_F64> outline) {
    Polygon2D_F64 hull = new Polygon2D_F64();
    FastArray<Point2D_F64> points = new FastArray<>(Point2D_F64.class);
    outline.forEach(points::add);
    new ConvexHullAndrewMonotone_F64().process(points, hull);
    List<Point2D_F64> corners = new ArrayList<>(hull.vertexes.toList());
    while (corners.size() > 4 && dropSide(corners)) {
      // one side fewer each time
    }
    if (corners.size() != 4 || area(outline) < FULLNESS * area(corners)) {
      return Optional.empty();
    }
    corners.forEach(corner -> corner.setTo(corner.x - 0.5, corner.y - 0.5));
    return Optional.of(Quadrilateral.clockwise(corners));
  }

  /**
   * The least step from light to dark over the sides: light that falls off across a scan has none.
   */
  private static double leastStep(GrayF32 image, Quadrilateral paper) {
    return IntStream.range(0, 4).mapToDouble(side -> step(image, paper, side)).min().orElseThrow();
  }

  /**
   * The median along a side of how much lighter it is inside than outside; 0 at the image's edge.
   */
  private static double step(GrayF32 image, Quadrilateral paper, int side) {
    Point2D_F64 a = paper.corners().get(side);
    Point2D_F64 b = paper.corners().get((side + 1) % 4);
    double length = a.distance(b);
    // clockwise in an image means that the inside lies to the right: (x, y) turned is (-y, x)
    double inX = -(b.y - a.y) / length * BESIDE;
    double inY = (b.x - a.x) / length * BESIDE;
    return IntStream.rangeClosed(1, SAMPLES)
        .mapToDouble(
            i -> {
              double t = i / (SAMPLES + 1.0);
              double x = a.x + t * (b.x - a.x);
              double y = a.y + t * (b.y - a.y);
              return at(image, x + inX, y + inY) / Math.max(1, at(image, x - inX, y - inY));
            })
        .sorted()
        .skip(SAMPLES / 2)
        .findFirst()
        .orElse(0);
  }

  /** Beyond its edges the image goes on as there. */
  private static double at(GrayF32 image, double x, double y) {
    int column = (int) Math.max(0, Math.min(image.width - 1, Math.round(x)));
    int row = (int) Math.max(0, Math.min(image.height - 1, Math.round(y)));
    return image.unsafe_get(column, row);
  }

  /**
   * Drops the side without which the polygon grows least, its neighbours being extended until they
   * meet.
   */
  private static boolean dropSide(List<Point2D_F64> corners) {
    int n = corners.size();
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      Point2D_F64 meeting = meeting(corners, i);
      if (meeting != null) {
        double grown = area(List.of(corners.get(i), meeting, corners.get((i + 1) % n)));
        if (grown < least) {
          least = grown;
          best = i;
        }
      }
    }
    if (best < 0) {
      return false;
    }
    Point2D_F64 meeting = meeting(corners, best);
    corners.set(best, meeting);
    corners.remove((best + 1) % n);
    return true;
  }

  /** Where the sides before and after side i meet beyond it; null if they do not. */
  private static Point2D_F64 meeting(List<Point2D_F64> corners, int i) {
    int n = corners.size();
    Point2D_F64 a = corners.get((i + n - 1) % n);
    Point2D_F64 b = corners.get(i);
    Point2D_F64 c = corners.get((i + 1) % n);
    Point2D_F64 d = corners.get((i + 2) % n);
    double cross = (b.x - a.x) * (c.y - d.y) - (b.y - a.y) * (c.x - d.x);
    if (Math.abs(cross) < 1e-9) {
      return null;
    }
    double t = ((c.x - b.x) * (c.y - d.y) - (c.y - b.y) * (c.x - d.x)) / cross;
    return t < 0 ? null : new Point2D_F64(b.x + t * (b.x - a.x), b.y + t * (b.y - a.y));
  }

  /** By the shoelace formula. */
  private static double area(List<Point2D_F64> polygon) {
    double twice = 0;
    for (int i = 0; i < polygon.size(); i++) {
      Point2D_F64 p = polygon.get(i);
      Point2D_F64 q = polygon.get((i + 1) % polygon.size());
      twice += p.x * q.y - q.x * p.y;
    }
    return Math.abs(twice) / 2;
  }
}
