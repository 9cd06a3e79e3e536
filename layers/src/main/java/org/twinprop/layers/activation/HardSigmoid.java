package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The hard sigmoid: three straight lines in place of the sigmoid's curve.
 *
 * <pre>
 * forward   y = min(max(0, 0.2 x + 0.5), 1)
 * backward  f'(x) = 0.2 where 0 &lt; y &lt; 1, else 0; at the two kinks we take 0
 * </pre>
 *
 * <p>Source: Courbariaux, Bengio, David, BinaryConnect (2015), equation 3; slope 0.2 as in DL4J and
 * Theano.
 */
public final class HardSigmoid extends Activation {
  public static final LayerKind KIND = kind("hardsigmoid", a -> new HardSigmoid());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    y.assign(x).muli(0.2).addi(0.5);
    Transforms.min(Transforms.relu(y, false), 1, false);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    dx.assign(y).rsubi(1).muli(y); // y (1 - y) is positive exactly where 0 < y < 1
    Transforms.sign(dx, false).muli(0.2).muli(dy);
  }
}
