package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * The hinge loss of the support vector machine.
 *
 * <pre>
 * loss = sum_k max(0, 1 - y_k z_k),      y_k = -1 or 1
 *
 * backward  dloss/dz_k = -y_k where y_k z_k &lt; 1, else 0; at the kink, y_k z_k = 1, we take 0.
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), section 7.1.2.
 */
public record Hinge() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("hinge", a -> new Hinge());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray margin = cache.buffer("margin", z.shape());
    Transforms.relu(margin.assign(z).muli(y).rsubi(1), false);
    INDArray losses = cache.buffer("losses", z.size(0));
    margin.sum(losses, 1);
    return losses;
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray dz = cache.buffer("dz", z.shape());
    Transforms.relu(dz.assign(z).muli(y).rsubi(1), false);
    return Transforms.sign(dz, false).muli(y).negi();
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
