package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandTest {
  private static final Trace BAR = Spline.through(Stroke.of("bar", "30,0 30,100").points());
  private static final Trace ANGLE = Spline.through(Stroke.of("angle", "0,0 0,60! 60,60").points());

  /** A hand that does exactly what it means to do, but for what the named quantity says. */
  private static Style style(
      double slant, double aspect, double tremor, double rounding, double closure) {
    return new Style(slant, 0, aspect, 0, 0, 1, 0, tremor, rounding, closure, 0, 0);
  }

  private static Trace drawn(Style style, Trace intended) {
    return new Hand(style, Chance.of(1)).draw(intended);
  }

  private static Bounds bounds(Style style, Trace intended) {
    return Bounds.of(List.of(drawn(style, intended)));
  }

  @Test
  void aPerfectHandDrawsWhatItMeans() {
    Bounds bounds = bounds(style(0, 1, 0, 0, 0), ANGLE);
    assertEquals(new Bounds(0, 0, 0.6, 0.6), bounds);
  }

  @Test
  void slantMovesTheTopToTheRight() {
    Trace drawn = drawn(style(0.3, 1, 0, 0, 0), BAR);
    assertEquals(0.6, drawn.x(0), 1e-12);
    assertEquals(0.3, drawn.x(drawn.size() - 1), 1e-12);
  }

  @Test
  void aspectChangesTheWidthAlone() {
    Bounds bounds = bounds(style(0, 1.5, 0, 0, 0), ANGLE);
    assertEquals(0.9, bounds.width(), 1e-12);
    assertEquals(0.6, bounds.height(), 1e-12);
  }

  @Test
  void tremorBendsAStraightLineALittle() {
    double width = bounds(style(0, 1, 0.03, 0, 0), BAR).width();
    assertTrue(width > 0.005 && width < 0.2, "width " + width);
  }

  @Test
  void roundingCutsTheCornerAndKeepsTheEnds() {
    Bounds sharp = bounds(style(0, 1, 0, 0, 0), ANGLE);
    Bounds rounded = bounds(style(0, 1, 0, 0.1, 0), ANGLE);
    assertTrue(rounded.left() > sharp.left() - 1e-12);
    assertEquals(sharp.right(), rounded.right(), 1e-12);
    double sharpCorner = nearestTo(drawn(style(0, 1, 0, 0, 0), ANGLE), 0, 0.6);
    double roundedCorner = nearestTo(drawn(style(0, 1, 0, 0.1, 0), ANGLE), 0, 0.6);
    assertEquals(0, sharpCorner, 0.011);
    assertTrue(roundedCorner > 0.03, "distance from the corner " + roundedCorner);
  }

  @Test
  void closureLengthensOrShortensStrokes() {
    assertEquals(1.065, bounds(style(0, 1, 0, 0, 0.05), BAR).height(), 1e-12);
    assertEquals(0.935, bounds(style(0, 1, 0, 0, -0.05), BAR).height(), 1e-12);
    assertEquals(1 - 1.3 * 0.12, bounds(style(0, 1, 0, 0, -0.9), BAR).height(), 1e-12);
  }

  private static double nearestTo(Trace trace, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < trace.size(); i++) {
      nearest = Math.min(nearest, Trace.distance(trace.x(i) - x, trace.y(i) - y));
    }
    return nearest;
  }
}
