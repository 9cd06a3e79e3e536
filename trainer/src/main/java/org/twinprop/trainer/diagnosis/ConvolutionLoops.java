package org.twinprop.trainer.diagnosis;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Window;

/**
 * The two sums of a convolution's backward pass, with any window, also one that does not fit:
 *
 * <pre>
 * dW_kcuv = sum_nij dy_nkij x_nc(si+du-p)(sj+dv-p)
 * dx_nc(si+du-p)(sj+dv-p) += dy_nkij W_kcuv
 * </pre>
 *
 * x is 0 outside the image, and what falls outside is lost.
 */
final class ConvolutionLoops {
  private final long[] x;
  private final long[] W;
  private final long[] y;
  private final Window window;

  /**
   * @param x the input's shape, [N, C, H, W]
   * @param W the kernel's, [K, C, kh, kw]
   * @param y the output's, [N, K, H', W']
   */
  ConvolutionLoops(long[] x, long[] W, long[] y, Window window) {
    this.x = x.clone();
    this.W = W.clone();
    this.y = y.clone();
    this.window = window;
  }

  INDArray kernelGradient(INDArray images, INDArray dy) {
    double[] input = Entries.of(images);
    double[] delta = Entries.of(dy);
    double[] dW = new double[(int) (W[0] * W[1] * W[2] * W[3])];
    visit((w, from, to) -> dW[w] += delta[to] * input[from]);
    return Nd4j.create(dW, W, DataType.DOUBLE);
  }

  INDArray inputGradient(INDArray dy, INDArray kernel) {
    double[] weights = Entries.of(kernel);
    double[] delta = Entries.of(dy);
    double[] dx = new double[(int) (x[0] * x[1] * x[2] * x[3])];
    visit((w, from, to) -> dx[from] += delta[to] * weights[w]);
    return Nd4j.create(dx, x, DataType.DOUBLE);
  }

  /** Of every product in the sums: the places of its weight, its input and its output. */
  private interface Product {
    void at(int weight, int input, int output);
  }

  private void visit(Product product) {
    for (int n = 0; n < x[0]; n++) {
      for (int k = 0; k < W[0]; k++) {
        for (int c = 0; c < W[1]; c++) {
          int plane = (int) ((n * x[1] + c) * x[2] * x[3]);
          int outputs = (int) ((n * W[0] + k) * y[2] * y[3]);
          kernel((int) ((k * W[1] + c) * W[2] * W[3]), plane, outputs, product);
        }
      }
    }
  }

  private void kernel(int weights, int plane, int outputs, Product product) {
    for (int u = 0; u < W[2]; u++) {
      for (int v = 0; v < W[3]; v++) {
        places((int) (weights + u * W[3] + v), u, v, plane, outputs, product);
      }
    }
  }

  private void places(int weight, int u, int v, int plane, int outputs, Product product) {
    int top = u * window.dilation().vertical() - window.pad().vertical();
    int left = v * window.dilation().horizontal() - window.pad().horizontal();
    for (int i = 0; i < y[2]; i++) {
      int row = i * window.stride().vertical() + top;
      for (int j = 0; row >= 0 && row < x[2] && j < y[3]; j++) {
        int column = j * window.stride().horizontal() + left;
        if (column >= 0 && column < x[3]) {
          product.at(weight, (int) (plane + row * x[3] + column), (int) (outputs + i * y[3] + j));
        }
      }
    }
  }
}
