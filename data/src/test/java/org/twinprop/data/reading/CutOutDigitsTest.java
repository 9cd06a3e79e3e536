package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.pen.PenDigits;

class CutOutDigitsTest {
  private static final DigitExamples DIGITS = PenDigits.draw(5, 20, 1);

  @Test
  void pairsAreAClassOfTheirOwnBehindAllCopiesOfTheDigits() {
    DigitExamples all = CutOutDigits.withPairs(DIGITS, 2, 1);
    int size = DIGITS.size();
    assertEquals(3 * size, all.size());
    assertEquals("two digits", all.classNames().get(10));
    for (int row = 0; row < all.size(); row++) {
      assertEquals(row < 2 * size ? DIGITS.classOf(row % size) : 10, all.classOf(row));
      assertEquals(DIGITS.group("writer", row % size), all.group("writer", row));
    }
    assertEquals("two digits", all.group("digit", 2 * size));
  }

  @Test
  void aPairFillsMoreOfItsWidthThanADigit() {
    DigitExamples all = CutOutDigits.withPairs(DIGITS, 1, 1);
    double digits = meanWidth(all, 0, DIGITS.size());
    double pairs = meanWidth(all, DIGITS.size(), all.size());
    assertTrue(pairs > 1.2 * digits, "%.1f against %.1f pixels".formatted(pairs, digits));
  }

  private static double meanWidth(DigitExamples of, int from, int to) {
    return IntStream.range(from, to).mapToDouble(row -> width(of.image(row))).average().orElse(0);
  }

  private static int width(byte[] image) {
    int[] inked =
        IntStream.range(0, 28)
            .filter(x -> IntStream.range(0, 28).anyMatch(y -> (image[28 * y + x] & 0xff) > 60))
            .toArray();
    return inked[inked.length - 1] - inked[0] + 1;
  }

  @Test
  void copiesDifferAndTheSeedMakesThem() {
    DigitExamples one = CutOutDigits.of(DIGITS, 2, 1);
    assertArrayEquals(one.image(3), CutOutDigits.of(DIGITS, 2, 1).image(3));
    assertFalse(Arrays.equals(one.image(3), one.image(3 + DIGITS.size())), "two copies");
    assertFalse(Arrays.equals(one.image(3), CutOutDigits.of(DIGITS, 2, 2).image(3)), "two seeds");
  }
}
