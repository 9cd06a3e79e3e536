package org.twinprop.layers.shaping;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Flatten: every example becomes one row of features, in the order channel, row, column.
 *
 * <pre>
 * forward   y_nj = x_nchw   with j = (c H + h) W + w         x [N, C, H, W]  y [N, C H W]
 * backward  a change of names: dx_nchw = dy_nj
 * </pre>
 *
 * Images that lie in memory row by row lie as rows already: then it is a view, else a copy.
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
    if (Layout.isRowMajor(x)) {
      return cache.bound("rows", x, images -> images.reshape('c', rowsOf(images)));
    }
    INDArray y = cache.buffer("y", rowsOf(x));
    cache.primitives().copy(x, y.reshape('c', x.shape()));
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    if (Layout.isRowMajor(x) && Layout.isRowMajor(dy)) {
      return cache.bound("images", dy, rows -> rows.reshape('c', x.shape()));
    }
    INDArray dx = cache.bufferLike("dx", x);
    cache.primitives().copy(dy.reshape('c', x.shape()), dx);
    return dx;
  }

  private static long[] rowsOf(INDArray x) {
    return new long[] {x.size(0), x.length() / x.size(0)};
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
