package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The Gaussian error linear unit: x, weighted by the share of a normal distribution below x.
 *
 * <pre>
 * forward   y = x P(x)      P(x) = (1 + erf(x / sqrt 2)) / 2, the normal distribution function
 * backward  f'(x) = P(x) + x p(x),     p(x) = P'(x) = e^(-x^2/2) / sqrt(2 pi), its density
 * </pre>
 *
 * <p>Source: Hendrycks and Gimpel, Gaussian Error Linear Units (2016), section 2.
 */
public final class Gelu extends Activation {
  public static final LayerKind KIND = kind("gelu", a -> new Gelu());

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    Nd4j.exec(new Erf(y.assign(x).muli(Math.sqrt(0.5)), y));
    y.addi(1).muli(0.5).muli(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    INDArray density = cache.bufferLike("density", x);
    Transforms.exp(density.assign(x).muli(x).muli(-0.5), false).muli(1 / Math.sqrt(2 * Math.PI));
    Nd4j.exec(new Erf(dx.assign(x).muli(Math.sqrt(0.5)), dx));
    dx.addi(1).muli(0.5).addi(density.muli(x)).muli(dy);
  }
}
