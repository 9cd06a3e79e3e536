package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * The mean squared error over the D outputs of a row.
 *
 * <pre>
 * loss = 1/D sum_d (z_d - y_d)^2        dloss/dz_d = 2/D (z_d - y_d)
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 5.1.4.
 */
public record MeanSquaredError() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("mse", a -> new MeanSquaredError());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray difference = cache.buffer("z - y", z.shape());
    difference.assign(z).subi(y);
    INDArray squares = cache.buffer("squares", z.shape());
    squares.assign(difference).muli(difference);
    INDArray losses = cache.buffer("losses", z.size(0));
    squares.sum(losses, 1);
    return losses.divi(z.size(1));
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    return cache.buffer("z - y", z.shape()).muli(2.0 / z.size(1));
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
