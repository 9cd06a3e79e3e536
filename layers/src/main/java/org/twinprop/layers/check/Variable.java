package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array that the checked function depends on.
 *
 * @param name as reports call it: {@code W1}, {@code x}
 * @param values of type float64; the check changes them in place, one at a time, and puts them back
 * @param gradient the analytic gradient by them, of the same shape; the function must not overwrite
 *     it when it is evaluated
 * @param scale what the largest gradient is taken to be, if its own are smaller: errors of small
 *     entries are measured by it
 * @see Floor
 */
public record Variable(String name, INDArray values, INDArray gradient, double scale) {
  /** A variable that is measured by its own largest gradient. */
  public Variable(String name, INDArray values, INDArray gradient) {
    this(name, values, gradient, 0);
  }

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

  /**
   * The parameters of a network or layer, all measured by the largest gradient among them. The
   * input is none of them: its size, and so that of its gradient, is whatever the data's unit makes
   * it.
   *
   * @param gradients under the parameters' names; they are copied
   */
  static List<Variable> ofParameters(
      Map<String, INDArray> values, Map<String, INDArray> gradients) {
    double scale =
        gradients.values().stream()
            .mapToDouble(gradient -> gradient.amaxNumber().doubleValue())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    List<Variable> variables = new ArrayList<>();
    values.forEach(
        (name, value) ->
            variables.add(new Variable(name, value, gradients.get(name).dup('c'), scale)));
    return variables;
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
