package org.twinprop.trainer.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;

/**
 * What a student hands in: a network with its numbers, a batch, and the gradients that the
 * student's own backward pass gave for them.
 *
 * @param network float64, with the student's parameters, and with dropout masks fixed where a check
 *     needs them; it stays the caller's, and its numbers are the same afterwards
 * @param x the batch, [examples, input shape...]
 * @param y its targets, shaped as the output, or class numbers as {@link Network#loss} takes them
 * @param gradients the student's by parameter, {@code W1}, {@code b1} and so on, and {@code x} for
 *     the gradient by the input; any of them may be left out
 * @param loss the student's loss, if given
 * @param float32 whether the student computed in float32
 */
public record Submission(
    Network network,
    INDArray x,
    INDArray y,
    Map<String, INDArray> gradients,
    OptionalDouble loss,
    boolean float32) {
  /** The name of the input among gradients. */
  public static final String INPUT = "x";

  /**
   * @throws IllegalArgumentException if the network is not float64, or a gradient belongs to
   *     nothing or has another shape than what it belongs to; the message says which
   */
  public Submission {
    if (network.type() != DataType.DOUBLE) {
      throw new IllegalArgumentException(
          "a diagnosis needs a network in float64, but got " + network.type());
    }
    Map<String, INDArray> own = new LinkedHashMap<>();
    gradients.forEach((name, gradient) -> own.put(name, checked(network, x, name, gradient)));
    gradients = own;
  }

  private static INDArray checked(Network network, INDArray x, String name, INDArray gradient) {
    INDArray by = name.equals(INPUT) ? x : network.parameters().get(name);
    if (by == null) {
      throw new IllegalArgumentException(
          "d%s belongs to no parameter; the network has %s"
              .formatted(name, String.join(", ", network.parameters().keySet())));
    }
    if (name.equals(INPUT) && network.architecture().chain().indices() > 0) {
      throw new IllegalArgumentException(
          "dx was given, but the inputs are word numbers, which nothing can be derived by");
    }
    if (!Arrays.equals(by.shape(), gradient.shape())) {
      throw new IllegalArgumentException(
          "d%s must have the shape of %s, %s, but has %s"
              .formatted(
                  name, name, Arrays.toString(by.shape()), Arrays.toString(gradient.shape())));
    }
    return gradient.castTo(DataType.DOUBLE).dup('c');
  }
}
