package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * The squared hinge loss: like the hinge, but smooth at the margin.
 *
 * <pre>
 * loss = sum_k max(0, 1 - y_k z_k)^2,      y_k = -1 or 1
 *
 * backward  dloss/dz_k = -2 y_k max(0, 1 - y_k z_k)
 * </pre>
 *
 * <p>Source: Rosasco and others, Are Loss Functions All the Same? (2004); Tang (2013), equation 5.
 */
public record SquaredHinge() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("squared-hinge", a -> new SquaredHinge());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray margin = cache.buffer("margin", z.shape());
    Transforms.relu(margin.assign(z).muli(y).rsubi(1), false);
    margin.muli(margin);
    INDArray losses = cache.buffer("losses", z.size(0));
    margin.sum(losses, 1);
    return losses;
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray dz = cache.buffer("dz", z.shape());
    Transforms.relu(dz.assign(z).muli(y).rsubi(1), false);
    return dz.muli(y).muli(-2);
  }

  @Override
  public String name() {
    return KIND.name();
  }

  @Override
  public Targets targets() {
    return Targets.SIGNS;
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
