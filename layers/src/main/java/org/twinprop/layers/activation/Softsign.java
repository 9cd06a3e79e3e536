package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * Softsign: like tanh, but it saturates slowly.
 *
 * <pre>
 * forward   y = x / (1 + |x|)
 * backward  for x > 0:  f'(x) = (1 + x - x) / (1 + x)^2; for x &lt; 0 likewise:   f'(x) = 1 / (1 + |x|)^2
 * </pre>
 *
 * <p>Source: Bergstra, Desjardins, Lamblin, Bengio, Quadratic Polynomials Learn Better Image
 * Features (2009).
 */
public final class Softsign extends Activation {
  public static final LayerKind KIND = kind("softsign", a -> new Softsign());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    Transforms.abs(y.assign(x), false).addi(1).rdivi(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    Transforms.abs(dx.assign(x), false).addi(1);
    dx.muli(dx).rdivi(dy);
  }
}
