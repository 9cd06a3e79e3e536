package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The scaled exponential linear unit: its two constants make mean 0 and variance 1 a fixed point,
 * so that deep networks normalise themselves.
 *
 * <pre>
 * forward   y = lambda (max(x, 0) + alpha (e^min(x, 0) - 1))
 * backward  f'(x) = lambda ((1 - alpha) s + alpha e^min(x, 0)),   s = 1 where x > 0, else 0
 *           At the kink we take the slope of the negative side, lambda alpha.
 * </pre>
 *
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter, Self-Normalizing Neural Networks (2017),
 * equation 14 for the constants.
 */
public final class Selu extends Activation {
  public static final LayerKind KIND = kind("selu", a -> new Selu());

  private static final double LAMBDA = 1.0507009873554804934193349852946;
  private static final double ALPHA = 1.6732632423543772848170429916717;

  private final Elu elu = new Elu(ALPHA);

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    elu.function(x, y, cache);
    y.muli(LAMBDA);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    elu.derivative(x, y, dy, dx, cache);
    dx.muli(LAMBDA);
  }
}
