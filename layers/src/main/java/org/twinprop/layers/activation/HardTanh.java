package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The hard tanh: three straight lines in place of tanh's curve.
 *
 * <pre>
 * forward   y = min(max(-1, x), 1)
 * backward  f'(x) = 1 where |x| &lt; 1, else 0; at the two kinks we take 0
 * </pre>
 *
 * <p>Source: Collobert, Large Scale Machine Learning (2004), section 6.2.
 */
public final class HardTanh extends Activation {
  public static final LayerKind KIND = kind("hardtanh", a -> new HardTanh());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    Transforms.min(Transforms.max(y.assign(x), -1, false), 1, false);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(y).muli(y).rsubi(1); // 1 - y^2 is positive exactly where |x| < 1
    Transforms.sign(dx, false).muli(dy);
  }
}
