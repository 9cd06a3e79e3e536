package org.twinprop.data.pen;

import java.util.function.DoubleBinaryOperator;

/** The line that the pen followed, as points joined by straight segments. Never changes. */
final class Trace {
  private final double[] x;
  private final double[] y;

  /** Takes the arrays as they are: the caller keeps no hold of them. */
  Trace(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  int size() {
    return x.length;
  }

  double x(int point) {
    return x[point];
  }

  double y(int point) {
    return y[point];
  }

  /** The distance along the line from its beginning to each point. */
  double[] arcLengths() {
    double[] lengths = new double[size()];
    for (int i = 1; i < size(); i++) {
      lengths[i] = lengths[i - 1] + distance(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return lengths;
  }

  /** Every point moved to where the two functions of its old place say. */
  Trace map(DoubleBinaryOperator newX, DoubleBinaryOperator newY) {
    double[] mappedX = new double[size()];
    double[] mappedY = new double[size()];
    for (int i = 0; i < size(); i++) {
      mappedX[i] = newX.applyAsDouble(x[i], y[i]);
      mappedY[i] = newY.applyAsDouble(x[i], y[i]);
    }
    return new Trace(mappedX, mappedY);
  }

  /**
   * The part of the line between two distances from its beginning, in points of nearly the given
   * spacing. Beyond its ends the line goes on straight.
   */
  Trace between(double from, double to, double spacing) {
    double[] lengths = arcLengths();
    int count = 1 + (int) Math.ceil((to - from) / spacing);
    double[] evenX = new double[count];
    double[] evenY = new double[count];
    int segment = 0;
    for (int i = 0; i < count; i++) {
      double at = from + (to - from) * i / (count - 1);
      while (segment < size() - 2 && lengths[segment + 1] < at) {
        segment++;
      }
      double share = (at - lengths[segment]) / (lengths[segment + 1] - lengths[segment]);
      evenX[i] = x[segment] + share * (x[segment + 1] - x[segment]);
      evenY[i] = y[segment] + share * (y[segment + 1] - y[segment]);
    }
    return new Trace(evenX, evenY);
  }

  static double distance(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
