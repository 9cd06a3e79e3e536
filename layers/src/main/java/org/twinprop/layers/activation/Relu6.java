package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The rectified linear unit, capped at 6.
 *
 * <pre>
 * forward   y = min(max(0, x), 6)
 * backward  f'(x) = 1 where 0 &lt; x &lt; 6, else 0; at the two kinks we take 0.     dx = [0 &lt; x &lt; 6] dy
 * </pre>
 *
 * <p>Source: Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10 (2010), section 3.
 */
public final class Relu6 extends Activation {
  public static final LayerKind KIND = kind("relu6", a -> new Relu6());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x);
    Transforms.relu(y, false);
    Transforms.min(y, 6, false);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(y).rsubi(6).muli(y); // y (6 - y) is positive exactly where 0 < x < 6
    Transforms.sign(dx, false).muli(dy);
  }
}
