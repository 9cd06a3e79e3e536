package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * Swish, also called SiLU: x, weighted by its own sigmoid.
 *
 * <pre>
 * forward   y = x s,      s = sigmoid(x)
 * backward  s' = s (1 - s), so f'(x) = s + x s (1 - s) = s + y (1 - s) = y + s (1 - y)
 * </pre>
 *
 * <p>Source: Ramachandran, Zoph, Le, Searching for Activation Functions (2017).
 */
public final class Swish extends Activation {
  public static final LayerKind KIND = kind("swish", a -> new Swish());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    Transforms.sigmoid(y.assign(x), false).muli(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    INDArray rest = cache.bufferLike("1 - y", x);
    rest.assign(y).rsubi(1);
    Transforms.sigmoid(dx.assign(x), false).muli(rest).addi(y).muli(dy);
  }
}
