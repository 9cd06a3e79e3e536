package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What JUnit lacks for arrays: {@code INDArray.equals} lets differences of 1e-5 pass. */
public final class ArrayAssertions {
  private ArrayAssertions() {}

  /** Same shape, same bits. */
  public static void assertIdentical(INDArray expected, INDArray actual) {
    assertClose(expected, actual, 0);
  }

  /** Same shape, and every entry within {@code tolerance}. */
  public static void assertClose(INDArray expected, INDArray actual, double tolerance) {
    assertArrayEquals(expected.shape(), actual.shape(), "shape");
    assertEntries(tolerance, actual, entries(expected));
  }

  /** Every entry, row by row, within {@code tolerance} of the expected one. */
  public static void assertEntries(double tolerance, INDArray actual, double... expected) {
    if (tolerance == 0) {
      assertArrayEquals(expected, entries(actual));
    } else {
      assertArrayEquals(expected, entries(actual), tolerance);
    }
  }

  /** All entries, row by row. */
  public static double[] entries(INDArray array) {
    return array.dup('c').data().asDouble();
  }
}
