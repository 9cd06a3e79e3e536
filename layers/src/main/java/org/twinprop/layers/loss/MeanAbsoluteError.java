package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * The mean absolute error over the D outputs of a row.
 *
 * <pre>
 * loss = 1/D sum_d |z_d - y_d|        dloss/dz_d = 1/D sign(z_d - y_d)
 *
 * At z = y there is a kink, where we take the subgradient 0.
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), section 1.5.5 (Minkowski
 * loss).
 */
public record MeanAbsoluteError() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("mae", a -> new MeanAbsoluteError());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray distance = cache.buffer("|z - y|", z.shape());
    Transforms.abs(distance.assign(z).subi(y), false);
    INDArray losses = cache.buffer("losses", z.size(0));
    distance.sum(losses, 1);
    return losses.divi(z.size(1));
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray sign = cache.buffer("sign", z.shape());
    return Transforms.sign(sign.assign(z).subi(y), false).divi(z.size(1));
  }

  @Override
  public String name() {
    return KIND.name();
  }

  @Override
  public Targets targets() {
    return Targets.NUMBERS;
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
