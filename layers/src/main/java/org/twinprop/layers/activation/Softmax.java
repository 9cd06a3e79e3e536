package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Softmax over the features of each row: positive numbers that sum to 1. (Before the loss
 * softmax-xent it is not needed: that loss takes logits.)
 *
 * <pre>
 * forward   y_k = e^(x_k - m) / sum_j e^(x_j - m)      m = the row's largest x, against overflow
 *
 * backward  dy_k/dx_i = y_k ([k = i] - y_i), so
 *           dx_i = sum_k dy_k y_k ([k = i] - y_i) = y_i (dy_i - sum_k dy_k y_k)
 * </pre>
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning (2006), equations 4.104 and 4.106.
 */
public record Softmax() implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("softmax", a -> new Softmax())
          .example("softmax", 5)
          .example("softmax", 2)
          .example("softmax", 1)
          .example("softmax", 4, 3)
          .example("dense(3) softmax dense(2)", 4);

  @Override
  public Shape output(Shape input) {
    if (input.rank() > 2) {
      throw new IllegalArgumentException(
          "got input " + input + ", but needs rows of features: put flatten before it");
    }
    return input;
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray y = cache.buffer("y", x.shape());
    y.assign(x);
    probabilities(Layout.rows(y), cache);
    cache.keep("y", y);
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray y = Layout.rows(cache.kept("y"));
    INDArray dx = cache.buffer("dx", dy.shape());
    INDArray product = Layout.rows(dx).assign(Layout.rows(dy)).muli(y);
    INDArray total = cache.buffer("total", y.size(0));
    product.sum(total, 1);
    Layout.rows(dx).assign(Layout.rows(dy)).subiColumnVector(total).muli(y);
    return dx;
  }

  /**
   * Turns every row of logits into probabilities, in place.
   *
   * @param z [rows, classes]
   * @param cache for a buffer of one number a row
   */
  public static void probabilities(INDArray z, Cache cache) {
    INDArray one = cache.buffer("one number a row", z.size(0));
    cache.primitives().maxOfColumns(z, one);
    z.subiColumnVector(one);
    Transforms.exp(z, false);
    z.sum(one, 1);
    z.diviColumnVector(one);
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
