package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterTest {
  private static final int SIZE = 40;

  @ParameterizedTest
  @CsvSource({"5,20.3,35,20.3,1.2", "20.7,4,20.7,36,2", "6,8,33,29,1.5", "20,20,20.5,20,5"})
  void aLineHasTheInkOfItsArea(double x0, double y0, double x1, double y1, double radius) {
    Raster raster = new Raster(SIZE);
    raster.line(x0, y0, x1, y1, radius);
    double area = 2 * radius * Math.hypot(x1 - x0, y1 - y0) + Math.PI * radius * radius;
    assertEquals(area, ink(raster), 0.03 * area);
  }

  @Test
  void inkEndsHalfAPixelBeyondThePen() {
    Raster raster = new Raster(SIZE);
    raster.line(10.5, 20.5, 30.5, 20.5, 2);
    assertEquals(1, raster.ink(20, 20));
    assertEquals(1, raster.ink(21, 20));
    assertEquals(0.5, raster.ink(22, 20), 1e-12);
    assertEquals(0, raster.ink(23, 20));
    assertEquals(0, raster.ink(20, 33));
  }

  @Test
  void crossingLinesAreNoDarkerThanInk() {
    Raster raster = new Raster(SIZE);
    raster.line(5, 5, 35, 35, 2);
    raster.line(35, 5, 5, 35, 2);
    double before = ink(raster);
    raster.line(5, 5, 35, 35, 2);
    assertEquals(before, ink(raster));
    assertEquals(1, raster.ink(20, 20));
  }

  @Test
  void aLineThatLeavesThePaperIsCutAtItsEdge() {
    Raster raster = new Raster(SIZE);
    raster.line(-100, 20, 100, 20, 1);
    assertTrue(raster.ink(20, 0) > 0.4);
    assertEquals(2 * SIZE, ink(raster), 1e-9);
  }

  private static double ink(Raster raster) {
    double sum = 0;
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        sum += raster.ink(row, column);
      }
    }
    return sum;
  }
}
