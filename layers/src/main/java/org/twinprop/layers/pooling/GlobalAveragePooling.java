package org.twinprop.layers.pooling;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Global average pooling: the mean of every channel; images become rows of features.
 *
 * <pre>
 * forward   y_nc = 1/(H W) sum_hw x_nchw            x [N, C, H, W]  y [N, C]
 * backward  every entry of a channel has the same share:   dx_nchw = dy_nc / (H W)
 * </pre>
 *
 * <p>Source: Lin, Chen, Yan, Network In Network (2014), section 3.2.
 */
public record GlobalAveragePooling() implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("globalavgpool", a -> new GlobalAveragePooling())
          .example("globalavgpool", 2, 3, 5)
          .example("globalavgpool", 1, 1, 1)
          .example("globalavgpool", 3, 4, 4)
          .example("conv(3,2) globalavgpool dense(2)", 2, 4, 3)
          .example("globalavgpool", 5, 1, 7);

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 3) {
      throw new IllegalArgumentException(
          "got input "
              + input
              + ", but needs images, channels x height x width: put it before flatten, dense and"
              + " what reads sequences");
    }
    return Shape.of(input.size(0));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    INDArray means = cache.buffer("means", x.size(1) * x.size(0)); // channel by channel
    cache.primitives().sumOfColumns(planes(x), means);
    INDArray y = cache.buffer("y", x.size(0), x.size(1));
    y.assign(means.divi(area(x)).reshape('c', x.size(1), x.size(0)).transpose());
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    INDArray share = cache.buffer("share", x.size(1), x.size(0));
    share.assign(dy.transpose()).divi(area(x));
    INDArray dx = cache.images("dx", x.size(0), x.size(1), x.size(2), x.size(3));
    planes(dx).assign(0).addiColumnVector(share.reshape(share.length()));
    return dx;
  }

  private static long area(INDArray x) {
    return x.size(2) * x.size(3);
  }

  /** Images as a matrix with a row for each channel of each example: [C N, H W]. */
  private static INDArray planes(INDArray images) {
    return Layout.byChannel(images).reshape('c', images.size(0) * images.size(1), area(images));
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
