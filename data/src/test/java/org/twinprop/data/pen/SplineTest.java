package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplineTest {
  @ParameterizedTest
  @ValueSource(strings = {"0,0 30,10", "0,0 30,10 10,50", "5,14 24,0 46,10! 44,34 22,46! 2,88"})
  void passesThroughEveryControlPoint(String text) {
    List<ControlPoint> points = Stroke.of("any", text).points();
    Trace trace = Spline.through(points);
    int steps = (trace.size() - 1) / (points.size() - 1);
    for (int i = 0; i < points.size(); i++) {
      assertEquals(points.get(i).x(), trace.x(i * steps), 1e-12);
      assertEquals(points.get(i).y(), trace.y(i * steps), 1e-12);
    }
  }

  @Test
  void pointsOnALineGiveALine() {
    Trace trace = Spline.through(Stroke.of("line", "0,0 10,20 15,30 50,100").points());
    for (int i = 0; i < trace.size(); i++) {
      assertEquals(2 * trace.x(i), trace.y(i), 1e-12);
    }
    assertEquals(Math.sqrt(1.25), trace.arcLengths()[trace.size() - 1], 1e-12);
  }

  @Test
  void theLineTurnsAtACornerAndBendsElsewhere() {
    assertEquals(Math.PI / 2, sharpestTurn("0,0 50,0! 50,50"), 0.05);
    assertTrue(sharpestTurn("0,0 50,0 50,50") < 0.4);
  }

  private static double sharpestTurn(String text) {
    Trace trace = Spline.through(Stroke.of("any", text).points());
    double sharpest = 0;
    for (int i = 2; i < trace.size(); i++) {
      double turn = Math.abs(direction(trace, i) - direction(trace, i - 1));
      sharpest = Math.max(sharpest, Math.min(turn, 2 * Math.PI - turn));
    }
    return sharpest;
  }

  private static double direction(Trace trace, int to) {
    return Math.atan2(trace.y(to) - trace.y(to - 1), trace.x(to) - trace.x(to - 1));
  }
}
