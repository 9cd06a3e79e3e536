package org.twinprop.layers.convolution;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.PatchProducts;
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
    PatchProducts col = col(x, cache);
    INDArray y =
        col.byChannel()
            ? cache.images("y", x.size(0), outputs, height(x), width(x))
            : cache.buffer("y", x.size(0), outputs, height(x), width(x));
    col.times(cache.parameter("W"), bias ? cache.parameter("b") : null, y);
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray x = cache.kept("x");
    PatchProducts col = col(x, cache);
    col.gradients(dy, cache.gradient("W"), bias ? cache.gradient("b") : null);
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray dx = cache.bufferLike("dx", x);
    col.transposeTimes(cache.parameter("W"), dy, dx);
    return dx;
  }

  private PatchProducts col(INDArray x, Cache cache) {
    return cache.bound("col", x, images -> cache.primitives().patchProducts(images, window));
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
