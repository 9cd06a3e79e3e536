package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * Mish: x, weighted by the tanh of its softplus.
 *
 * <pre>
 * forward   y = x t,      t = tanh(softplus(x))
 * backward  dt/dx = (1 - t^2) softplus'(x) = (1 - t^2) sigmoid(x), so
 *           f'(x) = t + x (1 - t^2) sigmoid(x)
 * </pre>
 *
 * <p>Source: Misra, Mish: A Self Regularized Non-Monotonic Activation Function (2020).
 */
public final class Mish extends Activation {
  public static final LayerKind KIND = kind("mish", a -> new Mish());

  private final Softplus softplus = new Softplus();

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    softplus.function(x, y, cache);
    Transforms.tanh(y, false).muli(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    INDArray t = cache.bufferLike("t", x);
    softplus.function(x, t, cache);
    Transforms.tanh(t, false);
    INDArray slope = cache.bufferLike("slope", x);
    Transforms.sigmoid(slope.assign(x), false).muli(x);
    dx.assign(t).muli(t).rsubi(1).muli(slope).addi(t).muli(dy);
  }
}
