package org.twinprop.data.pen;

import java.util.List;

/** The smallest upright rectangle around some lines. */
record Bounds(double left, double top, double right, double bottom) {
  static Bounds of(List<Trace> traces) {
    double infinity = Double.POSITIVE_INFINITY;
    Bounds bounds = new Bounds(infinity, infinity, -infinity, -infinity);
    for (Trace trace : traces) {
      for (int i = 0; i < trace.size(); i++) {
        bounds = bounds.with(trace.x(i), trace.y(i));
      }
    }
    return bounds;
  }

  private Bounds with(double x, double y) {
    return new Bounds(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double middleX() {
    return (left + right) / 2;
  }

  double middleY() {
    return (top + bottom) / 2;
  }
}
