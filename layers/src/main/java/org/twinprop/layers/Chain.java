package org.twinprop.layers;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers applied one after the other: y = f_n(... f_2(f_1(x))).
 *
 * <p>The chain rule for a chain: with h_i = f_i(h_(i-1)), h_0 = x, the gradient of the loss by
 * h_(i-1) follows from the gradient by h_i through layer i alone. So the backward pass hands dh
 * from the last layer to the first. (Goodfellow, Bengio, Courville: Deep Learning, section 6.5.)
 *
 * <p>A layer may give an array of any strides; between layers it lies row by row, or channel by
 * channel.
 *
 * @param layers in the order of the forward pass
 * @param texts what messages call them, one each
 */
public record Chain(List<Layer> layers, List<String> texts) implements Layer {
  /**
   * Under this name each layer's last output is kept, for whoever looks for the first bad number.
   */
  static final String OUTPUT = "output in chain";

  public Chain {
    layers = List.copyOf(layers);
    texts = List.copyOf(texts);
    if (layers.isEmpty() || layers.size() != texts.size()) {
      throw new IllegalArgumentException("a chain needs at least one layer, and a text for each");
    }
  }

  @Override
  public List<Layer> children() {
    return layers;
  }

  @Override
  public int indices() {
    return layers.get(0).indices();
  }

  @Override
  public Shape output(Shape input) {
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).output(shape);
      } catch (IllegalArgumentException e) {
        throw inLayer(i, e);
      }
    }
    return shape;
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray h = x;
    for (int i = 0; i < layers.size(); i++) {
      h = forward(i, h, cache.child(i));
      h = cache.child(i).inOrder("output in order", h);
      cache.child(i).keep(OUTPUT, h);
    }
    return h;
  }

  /** What a layer finds wrong with its input's numbers, gets its place. */
  private INDArray forward(int i, INDArray h, Cache cache) {
    try {
      return layers.get(i).forward(h, cache);
    } catch (IllegalArgumentException e) {
      throw inLayer(i, e);
    }
  }

  private IllegalArgumentException inLayer(int i, IllegalArgumentException e) {
    return new IllegalArgumentException(
        "layer " + (i + 1) + ", " + texts.get(i) + ": " + e.getMessage(), e);
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray dh = dy;
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (dh == null) {
        return null; // nothing before this layer is trained
      }
      dh = layers.get(i).backward(cache.child(i).inOrder("dy in order", dh), cache.child(i));
    }
    return dh;
  }

  /** As the network text writes it. */
  @Override
  public String toString() {
    return String.join(" ", texts);
  }
}
