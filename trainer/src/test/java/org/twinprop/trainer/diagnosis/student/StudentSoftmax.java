package org.twinprop.trainer.diagnosis.student;

/** Softmax of every row, as a layer of its own. */
final class StudentSoftmax extends StudentLayer {
  private Values y;

  @Override
  String text() {
    return "softmax";
  }

  @Override
  Values forward(Values x) {
    y = probabilities(x);
    return y;
  }

  static Values probabilities(Values z) {
    Values p = z.copy();
    int k = z.last();
    for (int n = 0; n < z.rows(); n++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += p.entries()[n * k + j] = Math.exp(z.entries()[n * k + j]);
      }
      for (int j = 0; j < k; j++) {
        p.entries()[n * k + j] /= sum;
      }
    }
    return p;
  }

  @Override
  Values backward(Values dy) {
    Values dx = Values.zeros(dy.shape());
    int k = y.last();
    for (int n = 0; n < y.rows(); n++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double p = y.entries()[n * k + i];
          double jacobian = i == j ? p * (1 - p) : -p * y.entries()[n * k + j];
          boolean left = makes("softmax-diagonal-only") && i != j;
          dx.entries()[n * k + i] += left ? 0 : jacobian * dy.entries()[n * k + j];
        }
      }
    }
    return dx;
  }
}
