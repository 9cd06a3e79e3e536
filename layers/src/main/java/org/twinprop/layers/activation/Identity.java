package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The identity: nothing happens. It is there so that "no activation" can be written.
 *
 * <pre>
 * forward   y = x
 * backward  f'(x) = 1        dx = dy
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), section 5.1.
 */
public final class Identity extends Activation {
  public static final LayerKind KIND = kind("identity", a -> new Identity());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(dy);
  }
}
