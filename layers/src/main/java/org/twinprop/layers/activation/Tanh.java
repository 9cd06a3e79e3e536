package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The hyperbolic tangent.
 *
 * <pre>
 * forward   y = (e^x - e^-x) / (e^x + e^-x)
 * backward  f'(x) = 1 - y^2       dx = (1 - y^2) dy
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), equations 5.59 and 5.60.
 */
public final class Tanh extends Activation {
  public static final LayerKind KIND = kind("tanh", a -> new Tanh());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x);
    Transforms.tanh(y, false);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(y);
    dx.muli(y).rsubi(1).muli(dy);
  }
}
