package org.twinprop.layers.check;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The derivative of a function by one entry of an array, from differences of the function alone.
 *
 * @see Differences
 */
public final class NumericDerivative {
  private NumericDerivative() {}

  /**
   * The symmetric difference quotient, extrapolated once: exact to about h^4 where the function is
   * smooth within the step.
   *
   * @param function of the array's values; it is evaluated five times
   * @param values of type float64; the entry is moved and put back
   * @param index of the entry, a number for each dimension
   * @param shrink how many times smaller than the usual step (a thousandth of the entry's size, or
   *     of 1) the step shall be: 1 for the usual one
   */
  public static double central(
      DoubleSupplier function, INDArray values, long[] index, double shrink) {
    Variable.needDouble("the array", values);
    Slice slice = new Slice(function, function.getAsDouble(), values, List.of(index));
    return Differences.central(slice, Differences.step(slice) / shrink);
  }
}
