package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountLineTest {
  private static final PlacedDigit.Written BAR =
      new PlacedDigit.Written(1, DigitRole.DOLLARS, 0, bar(12, 15));

  /** An upright bar, 20 high, from one column to another. */
  private static DigitImage bar(int from, int to) {
    byte[] bytes = new byte[28 * 28];
    for (int row = 4; row < 24; row++) {
      for (int column = from; column <= to; column++) {
        bytes[row * 28 + column] = (byte) 255;
      }
    }
    return new DigitImage(bytes, 28);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 1.5, -1})
  void digitsStandAsFarApartAsWanted(double gap) {
    AmountLine line = new AmountLine(2);
    line.append(BAR, 1, 0, 3);
    line.append(BAR, 1, 0, gap);
    List<PlacedDigit> digits = line.digits();
    assertEquals(bounds(digits.get(0)).getMaxX() + gap, bounds(digits.get(1)).getMinX(), 1e-9);
  }

  @Test
  void digitsStandOnTheBaselineAtTheirScale() {
    AmountLine line = new AmountLine(2);
    line.append(BAR, 0.5, -3, 0);
    Rectangle2D bounds = bounds(line.digits().get(0));
    assertEquals(-3, bounds.getMaxY(), 1e-9);
    assertEquals(10, bounds.getHeight(), 1e-9);
  }

  private static Rectangle2D bounds(PlacedDigit digit) {
    return digit.place().createTransformedShape(digit.written().image().bounds()).getBounds2D();
  }

  @Test
  void theBoxOfADigitOnPaperIsAroundItsInk() {
    AmountLine line = new AmountLine(2);
    line.append(BAR, 1, 0, 0);
    InkLayer ink = new InkLayer(100, 100);
    Rectangle2D box = line.drawOn(ink, new AffineTransform(2, 0, 0, 2, 20, 80)).get(0);
    assertTrue(ink.at((int) box.getCenterX(), (int) box.getCenterY()) == 1);
    assertEquals(8, box.getWidth(), 1.5);
    assertEquals(40, box.getHeight(), 1.5);
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        assertFalse(ink.at(x, y) > 0.5 && !box.contains(x, y), x + ", " + y);
      }
    }
  }

  @Test
  void aStrokeTwiceAsWideIsMeasuredTwiceAsWide() {
    double narrow = bar(12, 13).strokeWidth();
    assertEquals(2, narrow, 0.3);
    assertEquals(2, bar(12, 15).strokeWidth() / narrow, 0.2);
  }
}
