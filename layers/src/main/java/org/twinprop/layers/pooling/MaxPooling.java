package org.twinprop.layers.pooling;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Max;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.primitives.Window;
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
    Seen seen = Pooling.seen(window, x, cache);
    Pooling.patches(window, x, cache).gather(seen.columns(), Double.NEGATIVE_INFINITY);
    INDArray y =
        cache.images(
            "y",
            x.size(0),
            x.size(1),
            window.outputHeight(x.size(2)),
            window.outputWidth(x.size(3)));
    cache.keep("y", y);
    INDArray largest = Layout.byChannel(y);
    INDArray[] at = seen.positions();
    largest.assign(at[0]);
    for (int o = 1; o < at.length; o++) {
      Nd4j.exec(new Max(largest, at[o], largest));
    }
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    Seen seen = Pooling.seen(window, x, cache);
    route(dy, Layout.byChannel(cache.kept("y")), seen.positions(), cache);
    INDArray dx = cache.bufferLike("dx", x);
    Pooling.patches(window, x, cache).scatter(seen.columns(), dx);
    return dx;
  }

  /** Turns every seen entry into its share of dy: all of it for the first winner, else nothing. */
  private void route(INDArray dy, INDArray y, INDArray[] at, Cache cache) {
    INDArray unclaimed = cache.buffer("unclaimed", y.shape());
    INDArray share = cache.buffer("share", y.shape());
    unclaimed.assign(Layout.byChannel(dy));
    for (INDArray entry : at) {
      share.assign(entry).subi(y);
      Transforms.sign(share, false).addi(1); // 1 where the entry is the maximum, else 0
      share.muli(unclaimed);
      unclaimed.subi(share);
      entry.assign(share);
    }
  }

  @Override
  public String toString() {
    return Pooling.text(KIND, window);
  }
}
