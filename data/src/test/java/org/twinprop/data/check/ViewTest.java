package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinprop.data.check.Quad.Point;
import org.twinprop.data.pen.Chance;

class ViewTest {
  @Test
  void withoutSkewAndPerspectiveTheViewIsStraight() {
    View view = View.draw(Chance.of(1), 0, 0);
    Quad box = Quad.of(10, 20, 30, 40);
    assertTrue(view.isStraight());
    assertEquals(box, view.seen(box));
  }

  @Test
  void skewRotatesByTwelveDegreesAtMostAndKeepsTheSize() {
    for (int i = 0; i < 20; i++) {
      Quad check = View.draw(Chance.of(1, i), 0.5, 0).check();
      Point left = check.topLeft();
      Point right = check.topRight();
      double angle = Math.atan2(right.y() - left.y(), right.x() - left.x());
      assertEquals(6, Math.abs(Math.toDegrees(angle)), 1e-9);
      assertEquals(1200, Math.hypot(right.x() - left.x(), right.y() - left.y()), 1e-9);
    }
  }

  @Test
  void perspectiveMakesOppositeEdgesUnequal() {
    double largest = 1;
    for (int i = 0; i < 20; i++) {
      Quad check = View.draw(Chance.of(1, i), 0, 1).check();
      double left = length(check.topLeft(), check.bottomLeft());
      double right = length(check.topRight(), check.bottomRight());
      largest = Math.max(largest, Math.max(left / right, right / left));
    }
    assertTrue(largest > 1.15, "" + largest);
  }

  private static double length(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
