package org.twinprop.layers.normalization;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Batch normalisation: every feature gets mean 0 and variance 1 over the batch, then a mean and a
 * scale that are learned. A feature is one column of rows, or one channel of images.
 *
 * <pre>
 * training  mu = 1/m sum_i x_i          v = 1/m sum_i (x_i - mu)^2       over the m numbers of a feature
 *           n_i = (x_i - mu) / s,       s = sqrt(v + eps)
 *           y_i = gamma n_i + beta
 *           mean = momentum mean + (1 - momentum) mu, variance likewise, for use
 * use       y_i = gamma (x_i - mean) / sqrt(variance + eps) + beta
 *
 * backward  dbeta = sum_i dy_i          dgamma = sum_i dy_i n_i
 *           x_i reaches the loss by three ways: directly, by mu and by v. With dn_i = gamma dy_i:
 *           dL/dv  = sum_i dn_i (x_i - mu) (-1/2) s^-3 = -1/(2 s^2) sum_i dn_i n_i
 *           dL/dmu = - 1/s sum_i dn_i               (through v nothing: sum_i (x_i - mu) = 0)
 *           dx_i   = dn_i / s + dL/dv 2 (x_i - mu) / m + dL/dmu / m
 *                  = gamma / s (dy_i - dbeta / m - n_i dgamma / m)
 *           In use mean and variance are constants: dx_i = gamma dy_i / s.
 * </pre>
 *
 * <p>Source: Ioffe and Szegedy, Batch Normalization (2015), algorithm 1 and section 3. The running
 * variance is that of the batch, undivided by m - 1, as in DL4J.
 *
 * @param eps added to the variance, above 0
 * @param momentum the share of the running statistics that remains, at least 0 and below 1
 */
public record BatchNorm(double eps, double momentum) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of(
              "batchnorm(eps=1e-5, momentum=0.9)",
              a -> new BatchNorm(a.number("eps", 1e-300, 1), a.number("momentum", 0, 1)))
          .smallestBatch(2)
          .example("batchnorm", 5)
          .example("batchnorm", 1)
          .example("batchnorm(eps=1e-3, momentum=0.5)", 2, 3, 5)
          .example("conv(3,2) batchnorm relu", 2, 4, 4)
          .example("batchnorm", 4, 3)
          .example("batchnorm", 2, 1, 1);

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    long features = input.rank() == 3 ? input.size(0) : input.size(input.rank() - 1);
    return List.of(
        Parameter.offset("gamma", 1, features),
        Parameter.offset("beta", 0, features),
        Parameter.state("mean", 0, features),
        Parameter.state("variance", 1, features));
  }

  /**
   * @throws IllegalArgumentException if a feature has a single number in training: its variance is
   *     0
   */
  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray n = fromBatch(x, matrix("n", x, cache));
    INDArray s = cache.buffer("s", n.size(0));
    if (cache.training()) {
      standardize(n, s, cache);
    } else {
      n.subiColumnVector(cache.parameter("mean"));
      root(s.assign(cache.parameter("variance")));
      n.diviColumnVector(s);
    }
    INDArray y = matrix("scaled", x, cache).assign(n);
    y.muliColumnVector(cache.parameter("gamma")).addiColumnVector(cache.parameter("beta"));
    return toBatch(y, cache.bufferLike("y", x));
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray dY = fromBatch(dy, matrix("dY", dy, cache));
    INDArray n = matrix("n", dy, cache);
    INDArray dbeta = cache.gradient("beta");
    INDArray dgamma = cache.gradient("gamma");
    cache.primitives().sumOfColumns(dY, dbeta);
    INDArray product = matrix("product", dy, cache);
    cache.primitives().sumOfColumns(product.assign(dY).muli(n), dgamma);
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray perFeature = cache.buffer("one number a feature", dY.size(0));
    if (cache.training()) {
      dY.subiColumnVector(perFeature.assign(dbeta).divi(dY.size(1)));
      n.muliColumnVector(perFeature.assign(dgamma).divi(dY.size(1)));
      dY.subi(n);
    }
    INDArray s = cache.buffer("s", dY.size(0));
    dY.muliColumnVector(perFeature.assign(cache.parameter("gamma")).divi(s));
    return toBatch(dY, cache.bufferLike("dx", dy));
  }

  /** Turns x into n and writes s; moves the running statistics. */
  private void standardize(INDArray x, INDArray s, Cache cache) {
    long m = x.size(1);
    if (m < 2) {
      throw new IllegalArgumentException(
          "got a batch with 1 number a feature, but in training it needs at least 2:"
              + " take a larger batch");
    }
    INDArray mu = cache.buffer("mu", x.size(0));
    cache.primitives().sumOfColumns(x, mu);
    x.subiColumnVector(mu.divi(m));
    INDArray squares = cache.buffer("squares", x.shape());
    cache.primitives().sumOfColumns(squares.assign(x).muli(x), s);
    s.divi(m);
    follow(cache.parameter("mean"), mu, cache);
    follow(cache.parameter("variance"), s, cache);
    root(s);
    x.diviColumnVector(s);
  }

  private void follow(INDArray running, INDArray batch, Cache cache) {
    INDArray share = cache.buffer("share", batch.shape());
    running.muli(momentum).addi(share.assign(batch).muli(1 - momentum));
  }

  private void root(INDArray variance) {
    Transforms.sqrt(variance.addi(eps), false);
  }

  /** A buffer with a row for each feature of a batch: [features, m]. */
  private static INDArray matrix(String name, INDArray batch, Cache cache) {
    long features = batch.size(batch.rank() == 4 ? 1 : batch.rank() - 1);
    return cache.buffer(name, features, batch.length() / features);
  }

  /** The batch in the shape of the matrix, as a view. */
  private static INDArray features(INDArray batch) {
    return batch.rank() == 4 ? Layout.byChannel(batch) : Layout.rows(batch).transpose();
  }

  private static INDArray fromBatch(INDArray batch, INDArray matrix) {
    INDArray features = features(batch);
    matrix.reshape('c', features.shape()).assign(features);
    return matrix;
  }

  private static INDArray toBatch(INDArray matrix, INDArray batch) {
    INDArray features = features(batch);
    features.assign(matrix.reshape('c', features.shape()));
    return batch;
  }

  @Override
  public String toString() {
    return KIND.text(eps, momentum);
  }
}
