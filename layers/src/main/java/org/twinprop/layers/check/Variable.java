package org.twinprop.layers.check;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array that the checked function depends on.
 *
 * @param name as reports call it: {@code W1}, {@code x}
 * @param values of type float64; the check changes them in place, one at a time, and puts them back
 * @param gradient the analytic gradient by them, of the same shape; the function must not overwrite
 *     it when it is evaluated
 */
public record Variable(String name, INDArray values, INDArray gradient) {
  /**
   * @throws IllegalArgumentException if an array is not float64, or the shapes differ
   */
  public Variable {
    needDouble(name, values);
    needDouble("the gradient by " + name, gradient);
    if (!values.equalShapes(gradient)) {
      throw new IllegalArgumentException(
          "%s has the shape %s, but its gradient %s"
              .formatted(name, values.shapeInfoToString(), gradient.shapeInfoToString()));
    }
  }

  static void needDouble(String name, INDArray array) {
    if (array.dataType() != DataType.DOUBLE) {
      throw new IllegalArgumentException(
          ("a gradient check needs float64, but %s is %s: differences of float32 are rounded too "
                  + "much to prove anything. Check network.as(DataType.DOUBLE)")
              .formatted(name, array.dataType()));
    }
  }
}
