package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.text.Kind;

/**
 * Cross-entropy of softmax probabilities, from logits.
 *
 * <pre>
 * p = softmax(z)      loss = - sum_k y_k log p_k,     y a distribution over the classes
 *
 * With m = max z and s = sum_j e^(z_j - m):  log p_k = z_k - m - log s, which neither overflows nor
 * takes the logarithm of 0.
 *
 * backward  d log p_k / dz_i = [k = i] - p_i, so
 *           dloss/dz_i = - sum_k y_k ([k = i] - p_i) = p_i sum_k y_k - y_i = p_i - y_i,
 *           since y sums to 1.
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), equations 4.108 and 4.109.
 */
public record SoftmaxCrossEntropy() implements Loss {
  public static final Kind<Loss> KIND = Kind.of("softmax-xent", a -> new SoftmaxCrossEntropy());

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray losses = cache.buffer("losses", z.size(0));
    cache.primitives().softmaxCrossEntropy(z, y, cache.buffer("p", z.shape()), losses);
    return losses;
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray p = cache.buffer("p", z.shape());
    cache.primitives().minus(p, y, p);
    return p;
  }

  @Override
  public INDArray prediction(INDArray z, Cache cache) {
    INDArray p = cache.buffer("prediction", z.shape());
    p.assign(z);
    Softmax.probabilities(p, cache);
    return p;
  }

  @Override
  public String name() {
    return KIND.name();
  }

  @Override
  public Targets targets() {
    return Targets.CLASSES;
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
