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
 * Layer normalisation: every row (an example, or a step of one) gets mean 0 and variance 1 over its
 * own D features, then a mean and a scale a feature that are learned. No row depends on another, so
 * training and use are the same.
 *
 * <pre>
 * forward   mu_r = 1/D sum_j x_rj      v_r = 1/D sum_j (x_rj - mu_r)^2
 *           n_rj = (x_rj - mu_r) / s_r,     s_r = sqrt(v_r + eps)
 *           y_rj = gamma_j n_rj + beta_j
 *
 * backward  dbeta_j = sum_r dy_rj      dgamma_j = sum_r dy_rj n_rj
 *           As in batch norm, but over a row, and gamma differs within it. With dn_rj = gamma_j dy_rj:
 *           dx_rj = 1/s_r (dn_rj - 1/D sum_k dn_rk - n_rj 1/D sum_k dn_rk n_rk)
 * </pre>
 *
 * <p>Source: Ba, Kiros, Hinton, Layer Normalization (2016), section 3.
 *
 * @param eps added to the variance, above 0
 */
public record LayerNorm(double eps) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("layernorm(eps=1e-5)", a -> new LayerNorm(a.number("eps", 1e-300, 1)))
          .example("layernorm", 5)
          .example("layernorm", 2)
          .example("layernorm(eps=1e-3)", 4, 3)
          .example("dense(6) layernorm tanh dense(2)", 3)
          .example("layernorm", 17);

  @Override
  public Shape output(Shape input) {
    if (input.rank() > 2) {
      throw new IllegalArgumentException(
          "got input " + input + ", but needs rows of features: put flatten before it");
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    long features = input.size(input.rank() - 1);
    return List.of(Parameter.offset("gamma", 1, features), Parameter.offset("beta", 0, features));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray y = cache.buffer("y", x.shape());
    INDArray rows = Layout.rows(y);
    INDArray n = cache.buffer("n", rows.shape());
    n.assign(Layout.rows(x));
    INDArray mean = cache.buffer("mean", n.size(0));
    cache.primitives().sumOfColumns(n, mean);
    n.subiColumnVector(mean.divi(n.size(1)));
    INDArray s = cache.buffer("s", n.size(0));
    cache.primitives().sumOfColumns(rows.assign(n).muli(n), s);
    Transforms.sqrt(s.divi(n.size(1)).addi(eps), false);
    n.diviColumnVector(s);
    rows.assign(n).muliRowVector(cache.parameter("gamma"));
    rows.addiRowVector(cache.parameter("beta"));
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray dx = cache.buffer("dx", dy.shape());
    INDArray dn = Layout.rows(dx);
    INDArray rows = Layout.rows(dy);
    INDArray n = cache.buffer("n", dn.shape());
    cache.primitives().sumOfRows(rows, cache.gradient("beta"));
    cache.primitives().sumOfRows(dn.assign(rows).muli(n), cache.gradient("gamma"));
    if (!cache.needsInputGradient()) {
      return null;
    }
    dn.assign(rows).muliRowVector(cache.parameter("gamma"));
    INDArray mean = cache.buffer("mean", n.size(0));
    INDArray projection = cache.buffer("projection", n.size(0));
    INDArray product = cache.buffer("product", n.shape());
    cache.primitives().sumOfColumns(dn, mean);
    cache.primitives().sumOfColumns(product.assign(dn).muli(n), projection);
    dn.subiColumnVector(mean.divi(n.size(1)));
    dn.subi(n.muliColumnVector(projection.divi(n.size(1))));
    dn.diviColumnVector(cache.buffer("s", n.size(0)));
    return dx;
  }

  @Override
  public String toString() {
    return KIND.text(eps);
  }
}
