package org.twinprop.layers.shaping;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.LayerKind;

/**
 * Flatten: every example becomes one row of features, in the order channel, row, column.
 *
 * <pre>
 * forward   y_nj = x_nchw   with j = (c H + h) W + w         x [N, C, H, W]  y [N, C H W]
 * backward  a change of names: dx_nchw = dy_nj
 * </pre>
 */
public record Flatten() implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("flatten", a -> new Flatten())
          .example("flatten", 2, 3, 4)
          .example("flatten", 1, 1, 1)
          .example("flatten", 5)
          .example("flatten", 4, 3)
          .example("conv(2,2) flatten dense(3)", 1, 4, 3);

  @Override
  public Shape output(Shape input) {
    return Shape.of(input.length());
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    INDArray y = cache.buffer("y", x.size(0), x.length() / x.size(0));
    cache.primitives().copy(x, y.reshape('c', x.shape()));
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    INDArray dx = cache.bufferLike("dx", x);
    cache.primitives().copy(dy.reshape('c', x.shape()), dx);
    return dx;
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
