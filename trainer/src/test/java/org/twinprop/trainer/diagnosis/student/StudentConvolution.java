package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** A convolution by its definition: seven loops. */
final class StudentConvolution extends StudentLayer {
  private final int channels;
  private final int out;
  private final int kernel;
  private final int stride;
  private final int pad;
  private final int dilation;
  private Values x;

  StudentConvolution(
      int channels,
      int out,
      int kernel,
      int stride,
      int pad,
      int dilation,
      SplittableRandom random) {
    this.channels = channels;
    this.out = out;
    this.kernel = kernel;
    this.stride = stride;
    this.pad = pad;
    this.dilation = dilation;
    double spread = 1 / Math.sqrt(channels * kernel * kernel);
    parameters.put("W", Values.normal(random, spread, out, channels, kernel, kernel));
    parameters.put("b", Values.normal(random, 0.3, out));
  }

  @Override
  String text() {
    String spread = dilation > 1 ? ",dilation=" + dilation : "";
    return "conv(%d,%d,stride=%d,pad=%d%s)".formatted(out, kernel, stride, pad, spread);
  }

  boolean padded() {
    return pad > 0;
  }

  boolean strided() {
    return stride > 1;
  }

  boolean dilated() {
    return dilation > 1;
  }

  private interface Place {
    void at(int xAt, int wAt, int yAt);
  }

  /** Every triple of an entry of x, a weight and an entry of y that belong together. */
  private void each(int[] y, int step, int margin, int apart, Place place) {
    int height = x.size(2);
    int width = x.size(3);
    for (int n = 0; n < y[0]; n++) {
      for (int k = 0; k < out; k++) {
        for (int i = 0; i < y[2]; i++) {
          for (int j = 0; j < y[3]; j++) {
            for (int c = 0; c < channels; c++) {
              for (int u = 0; u < kernel; u++) {
                for (int v = 0; v < kernel; v++) {
                  int h = i * step + u * apart - margin;
                  int w = j * step + v * apart - margin;
                  if (h >= 0 && h < height && w >= 0 && w < width) {
                    place.at(
                        ((n * channels + c) * height + h) * width + w,
                        ((k * channels + c) * kernel + u) * kernel + v,
                        ((n * out + k) * y[2] + i) * y[3] + j);
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private int flipped(int weight) {
    int v = weight % kernel;
    int u = weight / kernel % kernel;
    return weight - u * kernel - v + (kernel - 1 - u) * kernel + kernel - 1 - v;
  }

  @Override
  Values forward(Values input) {
    x = input;
    int reach = (kernel - 1) * dilation + 1;
    int height = (x.size(2) + 2 * pad - reach) / stride + 1;
    int width = (x.size(3) + 2 * pad - reach) / stride + 1;
    Values y = Values.zeros(x.size(0), out, height, width);
    int area = height * width;
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] = parameters.get("b").entries()[i / area % out];
    }
    double[] W = parameters.get("W").entries();
    each(
        y.shape(),
        stride,
        pad,
        dilation,
        (xAt, wAt, yAt) -> y.entries()[yAt] += x.entries()[xAt] * W[wAt]);
    return y;
  }

  @Override
  Values backward(Values dy) {
    weights(dy);
    bias(dy);
    return input(dy);
  }

  private void weights(Values dy) {
    Values dW = Values.zeros(out, channels, kernel, kernel);
    boolean flip = makes("kernel-flipped", "dW");
    each(
        dy.shape(),
        step("dW"),
        margin("dW"),
        apart("dW"),
        (xAt, wAt, yAt) -> {
          double here = skipped(yAt, dy, "dW") ? 0 : dy.entries()[yAt];
          dW.entries()[flip ? flipped(wAt) : wAt] += x.entries()[xAt] * here;
        });
    gradients.put("W", dW);
  }

  private void bias(Values dy) {
    Values db = Values.zeros(out);
    int area = dy.size(2) * dy.size(3);
    int places = dy.size(0) * area;
    for (int i = 0; i < dy.entries().length; i++) {
      boolean left = makes("bias-not-summed") && i >= out * area;
      double share = makes("bias-averaged") ? 1.0 / places : left ? 0 : 1;
      db.entries()[i / area % out] += share * dy.entries()[i];
    }
    gradients.put("b", db);
  }

  private Values input(Values dy) {
    Values dx = Values.zeros(x.shape());
    double[] W = parameters.get("W").entries();
    boolean flip = makes("kernel-flipped", "backprop");
    each(
        dy.shape(),
        step("backprop"),
        margin("backprop"),
        apart("backprop"),
        (xAt, wAt, yAt) -> dx.entries()[xAt] += W[flip ? flipped(wAt) : wAt] * dy.entries()[yAt]);
    return dx;
  }

  /** Whether a loop leaves out places whose window reaches over the border. */
  private boolean skipped(int yAt, Values dy, String where) {
    int reach = (kernel - 1) * dilation;
    int h = yAt / dy.size(3) % dy.size(2) * stride - pad;
    int w = yAt % dy.size(3) * stride - pad;
    boolean inside = h >= 0 && w >= 0 && h + reach < x.size(2) && w + reach < x.size(3);
    return makes("padding-off", where + ", border skipped") && !inside;
  }

  private int apart(String where) {
    return makes("dilation-ignored", where) ? 1 : dilation;
  }

  private int step(String where) {
    return makes("stride-ignored", where) ? 1 : stride;
  }

  private int margin(String where) {
    return makes("padding-off", where) ? 0 : pad;
  }
}
