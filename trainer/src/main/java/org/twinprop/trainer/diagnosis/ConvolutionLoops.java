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
    double[] dW = new double[(int) (W[0] * W[1] * W[2] * W[3])];
    visit(dW, Entries.of(images), Entries.of(dy), true);
    return Nd4j.create(dW, W, DataType.DOUBLE);
  }

  INDArray inputGradient(INDArray dy, INDArray kernel) {
    double[] dx = new double[(int) (x[0] * x[1] * x[2] * x[3])];
    visit(Entries.of(kernel), dx, Entries.of(dy), false);
    return Nd4j.create(dx, x, DataType.DOUBLE);
  }

  /** dy with 0 wherever the window reaches over the border of the image. */
  INDArray withoutBorder(INDArray dy) {
    double[] inner = Entries.of(dy);
    int last = (int) (W[2] * W[3]) - 1;
    int step = window.stride().horizontal();
    for (int at = 0; at < inner.length; at++) {
      int i = (int) (at / y[3] % y[2]);
      int j = (int) (at % y[3]) * step;
      boolean inside = row(i, 0) >= 0 && row(i, last) < x[2];
      inner[at] = inside && j + column(0) >= 0 && j + column(last) < x[3] ? inner[at] : 0;
    }
    return Nd4j.create(inner, y, DataType.DOUBLE);
  }

  /**
   * @param toWeights whether weights are summed up from inputs, or inputs from weights
   */
  private void visit(double[] weights, double[] inputs, double[] dy, boolean toWeights) {
    for (int n = 0; n < x[0]; n++) {
      for (int k = 0; k < W[0]; k++) {
        for (int c = 0; c < W[1]; c++) {
          int plane = (int) ((n * x[1] + c) * x[2] * x[3]);
          int outputs = (int) ((n * W[0] + k) * y[2] * y[3]);
          int weight = (int) ((k * W[1] + c) * W[2] * W[3]);
          for (int o = 0; o < W[2] * W[3]; o++) {
            if (toWeights) {
              weights[weight + o] += toWeight(o, inputs, plane, dy, outputs);
            } else {
              toInputs(o, weights[weight + o], inputs, plane, dy, outputs);
            }
          }
        }
      }
    }
  }

  /** The sum over places of what stands at position o of the window, times dy. */
  private double toWeight(int o, double[] inputs, int plane, double[] dy, int outputs) {
    double sum = 0;
    int step = window.stride().horizontal();
    for (int i = 0; i < y[2]; i++) {
      int row = row(i, o);
      if (row < 0 || row >= x[2]) {
        continue;
      }
      int left = column(o);
      int at = (int) (plane + row * x[3]) + left;
      int out = (int) (outputs + i * y[3]);
      for (int j = from(left, step); j < to(left, step); j++) {
        sum += dy[out + j] * inputs[at + j * step];
      }
    }
    return sum;
  }

  /** Adds weight times dy to what stands at position o of the window, place by place. */
  private void toInputs(
      int o, double weight, double[] inputs, int plane, double[] dy, int outputs) {
    int step = window.stride().horizontal();
    for (int i = 0; i < y[2]; i++) {
      int row = row(i, o);
      if (row < 0 || row >= x[2]) {
        continue;
      }
      int left = column(o);
      int at = (int) (plane + row * x[3]) + left;
      int out = (int) (outputs + i * y[3]);
      for (int j = from(left, step); j < to(left, step); j++) {
        inputs[at + j * step] += weight * dy[out + j];
      }
    }
  }

  private int row(int i, int o) {
    int u = (int) (o / W[3]);
    return i * window.stride().vertical()
        + u * window.dilation().vertical()
        - window.pad().vertical();
  }

  private int column(int o) {
    int v = (int) (o % W[3]);
    return v * window.dilation().horizontal() - window.pad().horizontal();
  }

  /** The first output column whose input column is inside the image. */
  private static int from(int left, int step) {
    return left >= 0 ? 0 : (-left + step - 1) / step;
  }

  /** The output column after the last one whose input column is inside the image. */
  private int to(int left, int step) {
    long inside = x[3] - left;
    return (int) Math.min(y[3], inside <= 0 ? 0 : (inside + step - 1) / step);
  }
}
