package org.twinprop.layers.pooling;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.WindowMaxima;
import org.twinprop.layers.text.LayerKind;

/**
 * Max pooling: the largest entry that a window sees, channel by channel.
 *
 * <pre>
 * forward   y_ncij = max over (u,v) of x_nc(si+u-p)(sj+v-p)     places outside the image: -infinity
 *
 * backward  y_ncij is one entry of x, the winner, so its derivative is 1 by the winner and 0 by all
 *           others: dy_ncij is added to dx at the winner of window (i,j). Where windows overlap an
 *           entry can win several times and gets the sum. Of equal entries the first one wins, row
 *           by row; max has no derivative there, and this choice is a subgradient.
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.3; the derivative of a
 * maximum: section 6.3 on piecewise linear units.
 *
 * @param window its size, stride and padding
 */
public record MaxPooling(Window window) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("maxpool(kernel, stride?, pad=0)", a -> new MaxPooling(Pooling.window(a)))
          .example("maxpool(2)", 2, 4, 6)
          .example("maxpool(3, stride=2)", 1, 7, 9)
          .example("maxpool(3x2, stride=1, pad=1)", 2, 5, 4)
          .example("maxpool(2)", 3, 5, 5)
          .example("maxpool(1)", 1, 1, 1);

  @Override
  public Shape output(Shape input) {
    return window.output(input, input.size(0));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    INDArray y =
        cache.imagesLike("y", x, window.outputHeight(x.size(2)), window.outputWidth(x.size(3)));
    maxima(x, cache).take(y);
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    INDArray dx = cache.bufferLike("dx", x);
    maxima(x, cache).giveBack(dy, dx);
    return dx;
  }

  private WindowMaxima maxima(INDArray x, Cache cache) {
    return cache.bound("maxima", x, images -> cache.primitives().maxima(images, window));
  }

  @Override
  public String toString() {
    return Pooling.text(KIND, window);
  }
}
