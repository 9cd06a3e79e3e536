package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The logistic sigmoid.
 *
 * <pre>
 * forward   y = 1 / (1 + e^-x)
 * backward  f'(x) = e^-x / (1 + e^-x)^2 = y (1 - y)       dx = y (1 - y) dy
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), equations 4.59 and 4.88.
 */
public final class Sigmoid extends Activation {
  public static final LayerKind KIND = kind("sigmoid", a -> new Sigmoid());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x);
    Transforms.sigmoid(y, false);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(y);
    dx.rsubi(1).muli(y).muli(dy);
  }
}
