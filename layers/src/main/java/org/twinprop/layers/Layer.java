package org.twinprop.layers;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One function y = f(x; parameters) of a network, and its derivative.
 *
 * <p>A layer holds its settings and nothing else. What a pass leaves behind for the way back, the
 * parameters and their gradients are all in the {@link Cache} that it is handed, so one layer
 * object can serve several networks.
 *
 * <p>The backward pass gets dy, the gradient of the loss L by the layer's output, writes the
 * gradient of L by each parameter into {@code cache.gradient(name)}, and returns dx, the gradient
 * of L by the layer's input. Gradients are of the loss as it is: the division by the number of
 * examples has happened in the loss already, so that a layer sums over the examples.
 */
public interface Layer {
  /**
   * The shape of one example's output; as long as a layer does not say otherwise, that of the
   * input.
   *
   * @param input the shape of one example's input
   * @throws IllegalArgumentException if the layer cannot take such an input; the message says what
   *     it got and what it needs
   */
  default Shape output(Shape input) {
    return input;
  }

  /**
   * If above 0, inputs are whole numbers from 0 to below this, and there is no gradient by them;
   * else they are any numbers.
   */
  default int indices() {
    return 0;
  }

  /** The parameters that the layer needs for inputs of this shape, in the order of its formula. */
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  /**
   * The layers inside this one, if it is made of layers: the output of each is the next one's
   * input.
   */
  default List<Layer> children() {
    return List.of();
  }

  /**
   * Computes y from x and keeps in {@code cache} what {@link #backward} needs.
   *
   * @param x the batch, [examples, input shape...]; to be read, never written
   * @return y, [examples, output shape...]; it may be a buffer of the cache, which the next forward
   *     pass overwrites
   */
  INDArray forward(INDArray x, Cache cache);

  /**
   * Computes the gradients of the last forward pass.
   *
   * @param dy the gradient of the loss by y, shaped as y; to be read, never written
   * @return dx, shaped as x; it may be null if {@code cache.needsInputGradient()} is false
   */
  INDArray backward(INDArray dy, Cache cache);
}
