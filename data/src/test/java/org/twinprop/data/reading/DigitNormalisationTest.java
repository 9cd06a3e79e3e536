package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.struct.image.GrayF32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.pen.PenDigits;

class DigitNormalisationTest {
  private static final int SIZE = DigitNormalisation.SIZE;

  @Test
  void anUprightBarFillsTheHeightOfTheBoxInTheMiddle() {
    GrayF32 bar = new GrayF32(30, 90);
    for (int y = 5; y < 85; y++) {
      for (int x = 3; x < 11; x++) {
        bar.set(x, y, 1);
      }
    }
    byte[] image = DigitNormalisation.image(bar);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        boolean inked = y >= 4 && y < 24 && x >= 13 && x < 15;
        assertEquals(inked ? 255 : 0, image[y * SIZE + x] & 0xff, "at " + x + ", " + y);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void digitsThatAreNormalStayNearlyAsTheyAre(int factor) {
    DigitExamples digits = PenDigits.draw(5, 20, 3);
    double difference = 0;
    double ink = 0;
    for (int row = 0; row < digits.size(); row++) {
      byte[] before = digits.image(row);
      byte[] after = DigitNormalisation.image(enlarged(before, factor));
      for (int i = 0; i < before.length; i++) {
        difference += Math.abs((before[i] & 0xff) - (after[i] & 0xff));
        ink += before[i] & 0xff;
      }
    }
    // the box is found between pixels, so edges are resampled and no more than edges change
    assertTrue(difference < 0.4 * ink, "changed %.3f of the ink".formatted(difference / ink));
  }

  @Test
  void paperWithoutInkStaysEmpty() {
    assertArrayEquals(new byte[SIZE * SIZE], DigitNormalisation.image(new GrayF32(40, 40)));
  }

  private static GrayF32 enlarged(byte[] image, int factor) {
    GrayF32 enlarged = new GrayF32(SIZE * factor, SIZE * factor);
    for (int y = 0; y < enlarged.height; y++) {
      for (int x = 0; x < enlarged.width; x++) {
        enlarged.set(x, y, (image[y / factor * SIZE + x / factor] & 0xff) / 255f);
      }
    }
    return enlarged;
  }
}
