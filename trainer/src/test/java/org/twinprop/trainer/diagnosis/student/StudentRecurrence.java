package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** What a simple recurrent layer and an LSTM have in common: sequences, and weights for both. */
abstract class StudentRecurrence extends StudentLayer {
  final int in;
  final int out;
  final int columns;
  Values x;
  Values h;

  StudentRecurrence(int in, int out, int columns, SplittableRandom random) {
    this.in = in;
    this.out = out;
    this.columns = columns;
    parameters.put("Wx", Values.normal(random, 1 / Math.sqrt(in), in, columns));
    parameters.put("Wh", Values.normal(random, 1 / Math.sqrt(out), out, columns));
    parameters.put("b", Values.normal(random, 0.3, columns));
  }

  int steps() {
    return x.size(1);
  }

  /** Entry j of the state of example n after step t; 0 before the first. */
  double state(Values states, int n, int t, int j) {
    return t < 0 ? 0 : states.entries()[(n * steps() + t) * out + j];
  }

  /** x_t Wx + h_(t-1) Wh + b of one example. */
  double[] sums(int n, int t) {
    double[] a = parameters.get("b").entries().clone();
    for (int c = 0; c < columns; c++) {
      for (int i = 0; i < in; i++) {
        a[c] +=
            x.entries()[(n * steps() + t) * in + i]
                * parameters.get("Wx").entries()[i * columns + c];
      }
      for (int j = 0; j < out; j++) {
        a[c] += state(h, n, t - 1, j) * parameters.get("Wh").entries()[j * columns + c];
      }
    }
    return a;
  }

  /** The gradient by the state before, from those by the sums. */
  double[] before(double[] da) {
    double[] dh = new double[out];
    for (int j = 0; j < out; j++) {
      for (int c = 0; c < columns; c++) {
        int place = makes("transposed", "backprop") ? c * columns + j : j * columns + c;
        dh[j] += da[c] * parameters.get("Wh").entries()[place];
      }
    }
    return dh;
  }

  /**
   * The gradients by weights and input, from those by the sums.
   *
   * @param da [examples, steps, columns]
   */
  Values collect(Values da) {
    Values dWx = Values.zeros(in, columns);
    Values dWh = Values.zeros(out, columns);
    Values db = Values.zeros(columns);
    Values dx = Values.zeros(x.shape());
    for (int n = 0; n < x.size(0); n++) {
      for (int t = 0; t < steps(); t++) {
        for (int c = 0; c < columns; c++) {
          double here = da.entries()[(n * steps() + t) * columns + c];
          double counted = counts(t) ? here : 0;
          db.entries()[stored(c)] += counted;
          for (int i = 0; i < in; i++) {
            int at = (n * steps() + t) * in + i;
            dWx.entries()[i * columns + stored(c)] += x.entries()[at] * counted;
            dx.entries()[at] += here * parameters.get("Wx").entries()[i * columns + c];
          }
          for (int j = 0; j < out; j++) {
            dWh.entries()[j * columns + stored(c)] += state(h, n, t - 1, j) * counted;
          }
        }
      }
    }
    gradients.put("Wx", dWx);
    gradients.put("Wh", dWh);
    gradients.put("b", db);
    return dx;
  }

  /** In which column of the gradients a column's gradient is stored. */
  int stored(int column) {
    return column;
  }

  /** A loop backward through time that assigns where it should add ends with the first step's. */
  private boolean counts(int t) {
    if (makes("time-steps-not-summed")) {
      return t == 0;
    }
    return !makes("last-step-only", "last share alone") || t == steps() - 1;
  }
}
