package org.twinprop.layers;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Layout;

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
 * <p>Where max pooling follows relu they change places: max(0, .) never falls, so the largest of
 * the rectified is the rectified largest, and relu computes a number for every window instead of
 * one for every entry. The gradients are the same too: where the largest is above 0 both orders
 * hand dy to the same entry, and elsewhere nothing.
 *
 * @param layers in the order of the forward pass
 * @param texts what messages call them, one each
 */
public record Chain(List<Layer> layers, List<String> texts) implements Layer {
  private static final String INPUT = "input in chain";
  private static final String OUTPUT = "output in chain";

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
    for (int turn = 0; turn < layers.size(); turn++) {
      int i = layerOfTurn(turn);
      cache.child(i).keep(INPUT, h);
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
    for (int turn = layers.size() - 1; turn >= 0; turn--) {
      if (dh == null) {
        return null; // nothing before this layer is trained
      }
      int i = layerOfTurn(turn);
      dh = layers.get(i).backward(cache.child(i).inOrder("dy in order", dh), cache.child(i));
    }
    return dh;
  }

  /**
   * What layer i gave in the last forward pass, as if all had been computed in the chain's order:
   * for whoever looks at layers or for the first bad number.
   */
  INDArray outputOf(int i, Cache cache) {
    if (isPooledNext(i)) {
      INDArray x = cache.child(i + 1).kept(INPUT);
      INDArray y = cache.child(i).bufferLike("rectified in full", x);
      cache.primitives().relu(Layout.inMemoryOrder(x), Layout.inMemoryOrder(y));
      return y;
    }
    return cache.child(layerOfTurn(i)).kept(OUTPUT);
  }

  private int layerOfTurn(int turn) {
    if (isPooledNext(turn)) {
      return turn + 1;
    }
    return turn > 0 && isPooledNext(turn - 1) ? turn - 1 : turn;
  }

  /** Whether layer i is a relu and the next one max pooling. */
  private boolean isPooledNext(int i) {
    return layers.get(i) instanceof Relu
        && i + 1 < layers.size()
        && layers.get(i + 1) instanceof MaxPooling;
  }

  /** As the network text writes it. */
  @Override
  public String toString() {
    return String.join(" ", texts);
  }
}
