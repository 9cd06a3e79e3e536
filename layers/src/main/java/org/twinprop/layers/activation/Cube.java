package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The cube.
 *
 * <pre>
 * forward   y = x^3
 * backward  f'(x) = 3 x^2        dx = 3 x^2 dy
 * </pre>
 *
 * <p>Source: Chen and Manning, A Fast and Accurate Dependency Parser using Neural Networks (2014),
 * section 3.2.
 */
public final class Cube extends Activation {
  public static final LayerKind KIND = kind("cube", a -> new Cube());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x).muli(x).muli(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(x).muli(x).muli(3).muli(dy);
  }
}
