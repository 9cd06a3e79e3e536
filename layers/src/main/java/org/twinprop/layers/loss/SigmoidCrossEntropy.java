package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * Cross-entropy of independent yes-or-no outputs, from logits.
 *
 * <pre>
 * p_k = sigmoid(z_k)      loss = - sum_k (y_k log p_k + (1 - y_k) log(1 - p_k)),   y_k in 0..1
 *
 * With log p = z - log(1 + e^z) and log(1 - p) = - log(1 + e^z), an output's share is
 *     log(1 + e^z) - y z = max(z, 0) - y z + log(1 + e^-|z|),
 * of which nothing overflows.
 *
 * backward  dloss/dz_k = e^z / (1 + e^z) - y_k = p_k - y_k
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), equations 4.90 and 4.91.
 */
public record SigmoidCrossEntropy() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("sigmoid-xent", a -> new SigmoidCrossEntropy());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray terms = cache.buffer("terms", z.shape());
    INDArray part = cache.buffer("part", z.shape());
    Transforms.abs(part.assign(z), false).negi();
    Transforms.log1p(Transforms.exp(part, false), false);
    Transforms.relu(terms.assign(z), false).addi(part);
    terms.subi(part.assign(z).muli(y));
    INDArray losses = cache.buffer("losses", z.size(0));
    terms.sum(losses, 1);
    return losses;
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray p = cache.buffer("p", z.shape());
    return Transforms.sigmoid(p.assign(z), false).subi(y);
  }

  @Override
  public INDArray prediction(INDArray z, Cache cache) {
    INDArray p = cache.buffer("prediction", z.shape());
    return Transforms.sigmoid(p.assign(z), false);
  }

  @Override
  public String name() {
    return KIND.name();
  }

  @Override
  public Targets targets() {
    return Targets.SHARES;
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
