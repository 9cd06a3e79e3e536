package org.twinprop.layers.pooling;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.text.LayerKind;

/**
 * Average pooling: the mean of what a window sees of the image, channel by channel. Padding is not
 * part of the image and does not count.
 *
 * <pre>
 * forward   y_ncij = 1/a_ij sum over (u,v) of x_nc(si+u-p)(sj+v-p),
 *           a_ij = the number of places of window (i,j) that lie inside the image
 *
 * backward  dy_ncij/dx = 1/a_ij for every entry that window (i,j) sees; an entry in several windows
 *           gets the sum over these:   dx = col2im(dy / a at every position of the window)
 * </pre>
 *
 * <p>Source: LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document
 * recognition (1998), section II.B, without the trained factor.
 *
 * @param window its size, stride and padding
 */
public record AveragePooling(Window window) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("avgpool(kernel, stride?, pad=0)", a -> new AveragePooling(Pooling.window(a)))
          .example("avgpool(2)", 2, 4, 6)
          .example("avgpool(3, stride=2)", 1, 7, 9)
          .example("avgpool(3x2, stride=1, pad=1)", 2, 5, 4)
          .example("avgpool(2)", 3, 5, 5)
          .example("avgpool(1)", 1, 1, 1);

  @Override
  public Shape output(Shape input) {
    return window.output(input, input.size(0));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    Seen seen = Pooling.seen(window, x, cache);
    Pooling.patches(window, x, cache).gather(seen.columns(), 0);
    long height = window.outputHeight(x.size(2));
    long width = window.outputWidth(x.size(3));
    INDArray y = cache.images("y", x.size(0), x.size(1), height, width);
    INDArray sum = Layout.byChannel(y);
    sum.assign(0);
    for (INDArray position : seen.positions()) {
      sum.addi(position);
    }
    divideByArea(sum, x, cache);
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray x = cache.kept("x");
    INDArray share = cache.images("share", dy.size(0), dy.size(1), dy.size(2), dy.size(3));
    share.assign(dy);
    divideByArea(Layout.byChannel(share), x, cache);
    Seen seen = Pooling.seen(window, x, cache);
    for (INDArray position : seen.positions()) {
      position.assign(Layout.byChannel(share));
    }
    INDArray dx = cache.bufferLike("dx", x);
    Pooling.patches(window, x, cache).scatter(seen.columns(), dx);
    return dx;
  }

  /** Divides [C, N, H', W'] by the number of places that each window has inside the image. */
  private void divideByArea(INDArray channels, INDArray x, Cache cache) {
    INDArray inverse = cache.bound("1 / area", x, this::inverseAreas);
    Nd4j.exec(new BroadcastMulOp(channels, inverse, channels, 2, 3));
  }

  private INDArray inverseAreas(INDArray x) {
    int height = (int) window.outputHeight(x.size(2));
    int width = (int) window.outputWidth(x.size(3));
    double[] inverse = new double[height * width];
    for (int i = 0; i < height; i++) {
      long rows =
          inside(
              i * window.stride().vertical() - window.pad().vertical(),
              window.kernel().vertical(),
              x.size(2));
      for (int j = 0; j < width; j++) {
        long columns =
            inside(
                j * window.stride().horizontal() - window.pad().horizontal(),
                window.kernel().horizontal(),
                x.size(3));
        inverse[i * width + j] = 1.0 / (rows * columns);
      }
    }
    return Nd4j.create(inverse, new long[] {height, width}, x.dataType());
  }

  private static long inside(int from, int kernel, long size) {
    return Math.min(from + kernel, size) - Math.max(from, 0);
  }

  @Override
  public String toString() {
    return Pooling.text(KIND, window);
  }
}
