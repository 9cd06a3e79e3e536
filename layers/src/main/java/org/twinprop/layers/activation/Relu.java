package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The rectified linear unit.
 *
 * <pre>
 * forward   y = max(0, x)
 * backward  f'(x) = 1 where x > 0, 0 where x &lt; 0. At 0 there is a kink: both are subgradients,
 *           and we take 0.    dx = [x > 0] dy
 * </pre>
 *
 * <p>Source: Glorot, Bordes, Bengio, Deep Sparse Rectifier Neural Networks (2011).
 */
public final class Relu extends Activation {
  public static final LayerKind KIND = kind("relu", a -> new Relu());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    cache.primitives().relu(x, y);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    cache.primitives().reluGradient(y, dy, dx); // y > 0 exactly where x > 0
  }
}
