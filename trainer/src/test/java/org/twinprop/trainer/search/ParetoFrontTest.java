package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
  private record Point(double x, double y) {}

  private static List<Point> front(List<Point> points) {
    return ParetoFront.of(points, Point::x, Point::y);
  }

  @Test
  void leavesOutWhatAnotherBeatsInBoth() {
    Point a = new Point(1, 5);
    Point b = new Point(2, 3);
    Point c = new Point(4, 1);
    assertEquals(
        List.of(a, b, c),
        front(List.of(c, new Point(2, 4), a, new Point(3, 3), b, new Point(5, 5))));
  }

  @Test
  void keepsEqualsAndDropsWhatIsNotMeasured() {
    Point a = new Point(1, 1);
    assertEquals(List.of(a, a), front(List.of(a, new Point(Double.NaN, 0), a)));
  }

  @Test
  void everyPointIsOnTheFrontOrBeaten() {
    SplittableRandom random = new SplittableRandom(1);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      points.add(new Point(random.nextInt(20), random.nextInt(20)));
    }
    List<Point> front = front(points);
    for (Point point : points) {
      boolean beaten =
          points.stream()
              .anyMatch(o -> o.x <= point.x && o.y <= point.y && (o.x < point.x || o.y < point.y));
      assertTrue(beaten != front.contains(point), point.toString());
    }
  }
}
