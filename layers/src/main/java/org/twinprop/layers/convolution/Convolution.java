package org.twinprop.layers.convolution;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.primitives.Patches;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.text.Arguments;
import org.twinprop.layers.text.LayerKind;

/**
 * The convolution layer: the same small kernel is applied at every place of an image. (As in all
 * libraries the kernel is not flipped; strictly this is a cross-correlation.)
 *
 * <pre>
 * forward   y_nkij = sum_cuv W_kcuv x_nc(si+du-p)(sj+dv-p) + b_k
 *           x [N, C, H, W]  W [K, C, kh, kw]  b [K]  y [N, K, H', W'], stride s, dilation d,
 *           padding p; x is 0 outside the image.
 *
 *           Let col be the matrix that has a column for every place (n,i,j) of the output, and in
 *           it the patch of x that the kernel sees there, a row for every (c,u,v). Then all places
 *           of all examples are one product:   Y = W col + b,   Y [K, N H' W'].
 *
 * backward  It is a dense layer on patches, so with dY as a matrix [K, N H' W']:
 *           dW   = dY colᵀ
 *           db_k = sum of dY's row k: b_k is added at every place of every example
 *           dcol = Wᵀ dY
 *           An entry of x stands in every patch that covers it, so its gradient is the sum over
 *           these: dx = col2im(dcol), the transpose of taking patches.
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.5; patches as a matrix:
 * Chellapilla, Puri, Simard, High Performance Convolutional Neural Networks (2006).
 *
 * @param outputs the number of kernels K, and so of output channels
 * @param window kernel, stride, padding and dilation
 * @param bias whether b is added
 */
public record Convolution(int outputs, Window window, boolean bias) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("conv(out, kernel, stride=1, pad=0, dilation=1, bias=true)", Convolution::read)
          .example("conv(3, 3)", 2, 6, 5)
          .example("conv(2, 3x2, stride=2x1, pad=1x0)", 1, 7, 6)
          .example("conv(4, 2, dilation=2, pad=1, bias=false)", 3, 5, 7)
          .example("conv(1, 1)", 1, 1, 1)
          .example("conv(2, 5, stride=3, pad=2)", 2, 9, 11);

  private static Layer read(Arguments a) {
    return new Convolution(
        a.count("out", 1),
        new Window(
            a.pair("kernel", 1), a.pair("stride", 1), a.pair("pad", 0), a.pair("dilation", 1)),
        a.flag("bias"));
  }

  @Override
  public Shape output(Shape input) {
    return window.output(input, outputs);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int height = window.kernel().vertical();
    int width = window.kernel().horizontal();
    long channels = input.size(0);
    long fanIn = channels * window.area();
    long fanOut = (long) outputs * window.area();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weight("W", fanIn, fanOut, outputs, channels, height, width));
    if (bias) {
      parameters.add(Parameter.offset("b", 0, outputs));
    }
    return parameters;
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    INDArray y = cache.images("y", x.size(0), outputs, height(x), width(x));
    INDArray col = columns("col", x, cache);
    patches(x, cache).gather(col, 0);
    cache.primitives().times(kernels(cache.parameter("W")), matrix(col), channels(y));
    if (bias) {
      cache.primitives().addToColumns(channels(y), cache.parameter("b"));
    }
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray x = cache.kept("x");
    INDArray dY = channels(dy);
    INDArray W = kernels(cache.parameter("W"));
    cache
        .primitives()
        .timesTranspose(dY, matrix(columns("col", x, cache)), kernels(cache.gradient("W")));
    if (bias) {
      cache.primitives().sumOfColumns(dY, cache.gradient("b"));
    }
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray dcol = columns("dcol", x, cache);
    cache.primitives().transposeTimes(W, dY, matrix(dcol));
    INDArray dx = cache.images("dx", x.size(0), x.size(1), x.size(2), x.size(3));
    patches(x, cache).scatter(dcol, dx);
    return dx;
  }

  private Patches patches(INDArray x, Cache cache) {
    return cache.bound("patches", x, images -> cache.primitives().patches(images, window));
  }

  /** A buffer for the patches: [C, kh kw, N, H', W']. */
  private INDArray columns(String name, INDArray x, Cache cache) {
    return cache.buffer(name, x.size(1), window.area(), x.size(0), height(x), width(x));
  }

  /** The patches as a matrix, [C kh kw, N H' W']. */
  private static INDArray matrix(INDArray columns) {
    long rows = columns.size(0) * columns.size(1);
    return columns.reshape('c', rows, columns.length() / rows);
  }

  /** W as a matrix, [K, C kh kw]. */
  private static INDArray kernels(INDArray W) {
    return W.reshape('c', W.size(0), W.length() / W.size(0));
  }

  /** Images as a matrix with a row for each channel, [K, N H' W']. */
  private static INDArray channels(INDArray images) {
    INDArray byChannel = Layout.byChannel(images);
    return byChannel.reshape('c', byChannel.size(0), byChannel.length() / byChannel.size(0));
  }

  private long height(INDArray x) {
    return window.outputHeight(x.size(2));
  }

  private long width(INDArray x) {
    return window.outputWidth(x.size(3));
  }

  @Override
  public String toString() {
    return KIND.text(
        outputs, window.kernel(), window.stride(), window.pad(), window.dilation(), bias);
  }
}
