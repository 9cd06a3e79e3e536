package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * Softplus: a smooth relu.
 *
 * <pre>
 * forward   y = log(1 + e^x) = max(x, 0) + log(1 + e^-|x|), of which the second does not overflow
 * backward  f'(x) = e^x / (1 + e^x) = sigmoid(x)
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), equation 3.31 and 3.41.
 */
public final class Softplus extends Activation {
  public static final LayerKind KIND = kind("softplus", a -> new Softplus());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    INDArray logarithm = cache.bufferLike("logarithm", x);
    Transforms.abs(logarithm.assign(x), false).negi();
    Transforms.log1p(Transforms.exp(logarithm, false), false);
    Transforms.relu(y.assign(x), false).addi(logarithm);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    Transforms.sigmoid(dx.assign(x), false).muli(dy);
  }
}
