package org.twinprop.layers.activation;

import java.util.Locale;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.Arguments;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.Signature;

/**
 * A function of one number that is applied to every entry: y = f(x), so dx = f'(x) dy entry by
 * entry. An activation writes f and f' and nothing else.
 */
public abstract class Activation implements Layer {
  /** A kind of activation, with the examples that every activation is proved on. */
  static LayerKind kind(String signature, Function<Arguments, Layer> make) {
    String name = new Signature(signature).name();
    return LayerKind.of(signature, make)
        .example(name, 7)
        .example(name, 1)
        .example(name, 2, 3, 5)
        .example(name, 4, 3)
        .example("conv(2,3) " + name + " conv(2,2)", 1, 5, 6);
  }

  /**
   * Writes f(x) into y. The arrays have equal shapes; no entry depends on another.
   *
   * @param x to be read only
   * @param cache for buffers to compute in
   */
  protected abstract void function(INDArray x, INDArray y, Cache cache);

  /**
   * Writes f'(x) dy into dx.
   *
   * @param x the input of the last forward pass, to be read only
   * @param y the output of the last forward pass, to be read only
   * @param dy the gradient by y, to be read only
   * @param cache for buffers to compute in
   */
  protected abstract void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache);

  @Override
  public final INDArray forward(INDArray x, Cache cache) {
    INDArray y = cache.bufferLike("y", x);
    cache.keep("x", x);
    cache.keep("y", y);
    function(Layout.inMemoryOrder(x), Layout.inMemoryOrder(y), cache);
    return y;
  }

  @Override
  public final INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    INDArray dx = cache.bufferLike("dx", x);
    INDArray aligned = aligned(dy, x, cache);
    derivative(
        Layout.inMemoryOrder(x),
        Layout.inMemoryOrder(cache.kept("y")),
        Layout.inMemoryOrder(aligned),
        Layout.inMemoryOrder(dx),
        cache);
    return dx;
  }

  /** dy as it is where it lies in memory as x does, else a copy that does. */
  private static INDArray aligned(INDArray dy, INDArray x, Cache cache) {
    if (Layout.alike(dy, x)) {
      return dy;
    }
    INDArray copy = cache.bufferLike("dy", x);
    copy.assign(dy);
    return copy;
  }

  /** As the network text writes it. */
  @Override
  public String toString() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
