package org.twinprop.data.pen;

import java.util.List;

/**
 * The smooth line through control points: a centripetal Catmull-Rom spline, which has no loops or
 * cusps of its own between points (Yuksel, Schaefer and Keyser, "Parameterization and applications
 * of Catmull-Rom curves", Computer-Aided Design 43, 2011), evaluated by the pyramid of Barry and
 * Goldman ("A recursive evaluation algorithm for a class of Catmull-Rom splines", SIGGRAPH 1988).
 * At a corner one spline ends and the next begins.
 */
final class Spline {
  /** Points of the trace for each piece between two control points. */
  private static final int STEPS = 12;

  private Spline() {}

  /** The line through at least two points, no two neighbours the same. */
  static Trace through(List<ControlPoint> points) {
    int pieces = points.size() - 1;
    double[] x = new double[pieces * STEPS + 1];
    double[] y = new double[pieces * STEPS + 1];
    for (int piece = 0; piece < pieces; piece++) {
      Piece curve = Piece.of(points, piece);
      for (int step = 0; step <= STEPS; step++) {
        double share = (double) step / STEPS;
        x[piece * STEPS + step] = curve.x(share);
        y[piece * STEPS + step] = curve.y(share);
      }
    }
    return new Trace(x, y);
  }

  /** The curve from b to c, with a before and d behind. */
  private record Piece(ControlPoint a, ControlPoint b, ControlPoint c, ControlPoint d) {
    static Piece of(List<ControlPoint> points, int piece) {
      ControlPoint b = points.get(piece);
      ControlPoint c = points.get(piece + 1);
      boolean begins = piece == 0 || b.corner();
      boolean ends = piece == points.size() - 2 || c.corner();
      ControlPoint a = begins ? mirrored(c, b) : points.get(piece - 1);
      ControlPoint d = ends ? mirrored(b, c) : points.get(piece + 2);
      return new Piece(a, b, c, d);
    }

    /** The end's neighbour beyond it, so that the curve ends without a bend. */
    private static ControlPoint mirrored(ControlPoint point, ControlPoint end) {
      return new ControlPoint(2 * end.x() - point.x(), 2 * end.y() - point.y(), false);
    }

    double x(double share) {
      return at(share, a.x(), b.x(), c.x(), d.x());
    }

    double y(double share) {
      return at(share, a.y(), b.y(), c.y(), d.y());
    }

    private double at(double share, double pa, double pb, double pc, double pd) {
      double tb = interval(a, b);
      double tc = tb + interval(b, c);
      double td = tc + interval(c, d);
      double t = tb + share * (tc - tb);
      double ab = between(t, 0, tb, pa, pb);
      double bc = between(t, tb, tc, pb, pc);
      double cd = between(t, tc, td, pc, pd);
      return between(t, tb, tc, between(t, 0, tc, ab, bc), between(t, tb, td, bc, cd));
    }

    private static double between(double t, double from, double to, double start, double end) {
      return ((to - t) * start + (t - from) * end) / (to - from);
    }

    /** Centripetal: the square root of the distance. */
    private static double interval(ControlPoint from, ControlPoint to) {
      return Math.sqrt(Trace.distance(to.x() - from.x(), to.y() - from.y()));
    }
  }
}
