package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** h_t = tanh(x_t Wx + h_(t-1) Wh + b). */
final class StudentRnn extends StudentRecurrence {
  StudentRnn(int in, int out, SplittableRandom random) {
    super(in, out, out, random);
  }

  @Override
  String text() {
    return "rnn(" + out + ")";
  }

  @Override
  Values forward(Values input) {
    x = input;
    h = Values.zeros(x.size(0), steps(), out);
    for (int n = 0; n < x.size(0); n++) {
      for (int t = 0; t < steps(); t++) {
        double[] a = sums(n, t);
        for (int j = 0; j < out; j++) {
          h.entries()[(n * steps() + t) * out + j] = Math.tanh(a[j]);
        }
      }
    }
    return h;
  }

  @Override
  Values backward(Values dy) {
    Values das = Values.zeros(x.size(0), steps(), out);
    for (int n = 0; n < x.size(0); n++) {
      double[] fromAfter = new double[out];
      for (int t = steps() - 1; t >= 0; t--) {
        double[] da = new double[out];
        for (int j = 0; j < out; j++) {
          double state = state(h, n, t, j);
          double slope = makes("activation-derivative-missing") ? 1 : 1 - state * state;
          da[j] = (dy.entries()[(n * steps() + t) * out + j] + fromAfter[j]) * slope;
          das.entries()[(n * steps() + t) * out + j] = da[j];
        }
        fromAfter = makes("last-step-only", "nothing back in time") ? new double[out] : before(da);
      }
    }
    return collect(das);
  }
}
