package org.twinprop.layers.updater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.twinprop.layers.ArrayAssertions.assertEntries;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientClippingTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static INDArray clipped(double value, double norm, double... entries) {
    INDArray gradient = Nd4j.create(entries);
    new GradientClipping(value, norm).apply(gradient);
    return gradient;
  }

  @Test
  void byValueEveryEntryIsHeldWithinTheLimit() {
    assertEntries(0, clipped(2, NONE, -5, -2, -0.5, 0, 1, 2, 3), -2, -2, -0.5, 0, 1, 2, 2);
  }

  @Test
  void byNormTheDirectionStays() {
    assertEntries(1e-15, clipped(NONE, 1, 3, -4), 0.6, -0.8);
  }

  @Test
  void shortGradientStaysAsItIs() {
    assertEntries(0, clipped(NONE, 5, 3, -4), 3, -4);
    assertEntries(0, clipped(NONE, 1, 0, 0), 0, 0);
  }

  @Test
  void byValueComesFirst() {
    // (30, 3) by value is (4, 3), whose length is 5
    assertEntries(1e-15, clipped(4, 1, 30, 3), 0.8, 0.6);
  }

  @Test
  void noLimitNoChange() {
    INDArray gradient = Nd4j.create(new double[] {1e300, -1e-300});
    GradientClipping.NONE.apply(gradient);
    assertEntries(0, gradient, 1e300, -1e-300);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -2", "NaN, 1", "1, NaN"})
  void limitsMustBeAboveZero(double value, double norm) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new GradientClipping(value, norm));
    assertEquals(
        "the limits of gradient clipping must be above 0, but are value="
            + value
            + " and norm="
            + norm,
        e.getMessage());
  }
}
