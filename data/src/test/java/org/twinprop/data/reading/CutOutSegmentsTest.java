package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.pen.PenDigits;

class CutOutSegmentsTest {
  private static final DigitExamples DIGITS = PenDigits.draw(8, 40, 2);
  private static final DigitExamples FOUND = CutOutSegments.of(CheckWriters.of(DIGITS), 40, 1);

  @Test
  void mostDigitsOfTheAmountsAreFoundAndUpToTwiceAsManyOthers() {
    long others = count(CutOutSegments.NO_DIGIT);
    long digits = FOUND.size() - others;
    assertTrue(digits > 4 * 40, digits + " digits in 40 amounts");
    assertTrue(others > digits / 2 && others <= 2 * digits, others + " that are none");
  }

  private static long count(int wanted) {
    return IntStream.range(0, FOUND.size()).filter(row -> FOUND.classOf(row) == wanted).count();
  }

  @Test
  void everyImageIsOfTheWriterOfItsAmount() {
    Set<String> writers = new TreeSet<>();
    IntStream.range(0, DIGITS.size()).forEach(row -> writers.add(DIGITS.group("writer", row)));
    assertEquals(List.of("population", "writer", "digit"), FOUND.groupColumns());
    for (int row = 0; row < FOUND.size(); row++) {
      assertTrue(writers.contains(FOUND.group("writer", row)));
    }
  }

  @Test
  void whatIsNamedADigitLooksLikeIt() {
    DigitClassifier known = new Neighbours(CutOutDigits.of(PenDigits.draw(30, 30, 1), 1, 1));
    int right = 0;
    int all = 0;
    for (int row = 0; row < FOUND.size(); row++) {
      if (FOUND.classOf(row) != CutOutSegments.NO_DIGIT) {
        double[] likeness = known.probabilities(List.of(FOUND.image(row))).get(0);
        int best = IntStream.range(0, 10).reduce(0, (a, b) -> likeness[b] > likeness[a] ? b : a);
        right += best == FOUND.classOf(row) ? 1 : 0;
        all++;
      }
    }
    assertTrue(right > 0.8 * all, right + " of " + all);
  }

  @Test
  void digitsByThemselvesComeAfterTheSegmentsWithTheirClassesAndWriters() {
    DigitExamples both = CutOutSegments.with(FOUND, DIGITS, new int[] {3, 0});
    int size = FOUND.size();
    assertEquals(size + 2, both.size());
    assertArrayEquals(FOUND.image(size - 1), both.image(size - 1));
    assertEquals(FOUND.group("writer", size - 1), both.group("writer", size - 1));
    assertArrayEquals(DIGITS.image(3), both.image(size));
    assertArrayEquals(DIGITS.image(0), both.image(size + 1));
    assertEquals(DIGITS.classOf(3), both.classOf(size));
    assertEquals(DIGITS.group("population", 3), both.group("population", size));
  }

  @Test
  void theSeedMakesThem() {
    DigitExamples again = CutOutSegments.of(CheckWriters.of(DIGITS), 3, 1);
    DigitExamples other = CutOutSegments.of(CheckWriters.of(DIGITS), 3, 2);
    assertArrayEquals(FOUND.image(0), again.image(0));
    assertTrue(
        IntStream.range(0, Math.min(again.size(), other.size()))
            .anyMatch(row -> !Arrays.equals(again.image(row), other.image(row))));
  }
}
