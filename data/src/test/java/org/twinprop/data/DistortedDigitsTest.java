package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.pen.PenDigits;

class DistortedDigitsTest {
  private static final DigitExamples DIGITS = PenDigits.draw(2, 10, 3);
  private static final DistortedDigits DISTORTED = new DistortedDigits(DIGITS, 3, 7);

  private static double[] image(Examples examples, int row) {
    try (INDArray into = Nd4j.create(DataType.DOUBLE, 1, 1, 28, 28)) {
      examples.inputs(new int[] {row}, into);
      return into.data().asDouble();
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Test
  void theFirstOfEachIsAsItIs() {
    assertArrayEquals(image(DIGITS, 4), image(DISTORTED, 4), 0);
  }

  @Test
  void theOthersDifferFromItLessThanFromOtherDigits() {
    int nearest = 0;
    int copies = 0;
    for (int row = DIGITS.size(); row < DISTORTED.size(); row++) {
      double[] copy = image(DISTORTED, row);
      double own = distance(copy, image(DIGITS, row % DIGITS.size()));
      assertTrue(own > 1, "row " + row + " is hardly changed: " + own);
      boolean closest = true;
      for (int other = 0; other < DIGITS.size(); other++) {
        boolean same = DIGITS.classOf(other) == DISTORTED.classOf(row);
        closest &= same || distance(copy, image(DIGITS, other)) > own;
      }
      nearest += closest ? 1 : 0;
      copies++;
    }
    assertTrue(nearest > 0.9 * copies, nearest + " of " + copies);
  }

  @Test
  void inkKeepsWithinItsBounds() {
    for (int row = DIGITS.size(); row < DISTORTED.size(); row++) {
      for (double ink : image(DISTORTED, row)) {
        assertTrue(ink >= 0 && ink <= 1, "ink " + ink);
      }
    }
  }

  @Test
  void eachKeepsItsClassAndGroupsAndIsTheSameWheneverItIsAskedFor() {
    int row = 2 * DIGITS.size() + 5;
    assertEquals(3 * DIGITS.size(), DISTORTED.size());
    assertEquals(DIGITS.classOf(5), DISTORTED.classOf(row));
    assertEquals(DIGITS.group("writer", 5), DISTORTED.group("writer", row));
    double[] once = image(DISTORTED, row);
    assertArrayEquals(once, image(new DistortedDigits(DIGITS, 3, 7), row), 0);
    assertTrue(distance(once, image(DISTORTED, DIGITS.size() + 5)) > 0, "the copies are equal");
    assertTrue(distance(once, image(new DistortedDigits(DIGITS, 3, 8), row)) > 0, "no seed");
  }

  @Test
  void noCopyAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DistortedDigits(DIGITS, 0, 1));
  }
}
