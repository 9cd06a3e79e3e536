package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** y = x W + b on rows, which may be steps of sequences. */
final class StudentDense extends StudentLayer {
  private final int in;
  private final int out;
  private Values x;

  StudentDense(int in, int out, SplittableRandom random) {
    this.in = in;
    this.out = out;
    parameters.put("W", Values.normal(random, 1 / Math.sqrt(in), in, out));
    parameters.put("b", Values.normal(random, 0.3, out));
  }

  @Override
  String text() {
    return "dense(" + out + ")";
  }

  boolean square() {
    return in == out;
  }

  int inputs() {
    return in;
  }

  Values input() {
    return x;
  }

  @Override
  Values forward(Values input) {
    x = input;
    int[] shape = input.shape().clone();
    shape[shape.length - 1] = out;
    Values y = Values.zeros(shape);
    double[] W = parameters.get("W").entries();
    for (int n = 0; n < x.rows(); n++) {
      for (int j = 0; j < out; j++) {
        double sum = parameters.get("b").entries()[j];
        for (int i = 0; i < in; i++) {
          sum += x.entries()[n * in + i] * W[i * out + j];
        }
        y.entries()[n * out + j] = sum;
      }
    }
    return y;
  }

  @Override
  Values backward(Values dy) {
    weights(dy);
    bias(dy);
    return input(dy);
  }

  private void weights(Values dy) {
    double[] from =
        makes("wrong-layer-input") ? planted("wrong-layer-input").other().entries() : x.entries();
    Values dW = Values.zeros(in, out);
    for (int n = 0; n < x.rows(); n++) {
      for (int i = 0; i < in; i++) {
        for (int j = 0; j < out; j++) {
          int place = makes("transposed", "dW") ? j * in + i : i * out + j;
          dW.entries()[place] += from[n * in + i] * dy.entries()[n * out + j];
        }
      }
    }
    gradients.put("W", dW);
  }

  private void bias(Values dy) {
    Values db = Values.zeros(out);
    int rows = dy.rows();
    for (int n = 0; n < rows; n++) {
      for (int j = 0; j < out; j++) {
        double here = dy.entries()[n * out + j];
        if (makes("bias-not-summed")) {
          boolean wanted = makes("bias-not-summed", "last row") ? n == rows - 1 : n == 0;
          db.entries()[j] += wanted ? here : 0;
        } else {
          db.entries()[j] += makes("bias-averaged") ? here / rows : here;
        }
      }
    }
    gradients.put("b", db);
  }

  private Values input(Values dy) {
    double[] W = parameters.get("W").entries().clone();
    if (makes("updated-weights")) {
      for (int k = 0; k < W.length; k++) {
        W[k] -= planted("updated-weights").amount() * gradients.get("W").entries()[k];
      }
    }
    Values dx = Values.zeros(x.shape());
    for (int n = 0; n < x.rows(); n++) {
      for (int i = 0; i < in; i++) {
        for (int j = 0; j < out; j++) {
          int place = makes("transposed", "backprop") ? j * in + i : i * out + j;
          dx.entries()[n * in + i] += dy.entries()[n * out + j] * W[place];
        }
      }
    }
    return dx;
  }
}
