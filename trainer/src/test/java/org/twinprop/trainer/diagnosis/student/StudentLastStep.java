package org.twinprop.trainer.diagnosis.student;

/** The last step of every sequence. */
final class StudentLastStep extends StudentLayer {
  private int[] shape;

  @Override
  String text() {
    return "laststep";
  }

  @Override
  Values forward(Values x) {
    shape = x.shape();
    Values y = Values.zeros(shape[0], shape[2]);
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] = x.entries()[at(i)];
    }
    return y;
  }

  private int at(int i) {
    return (i / shape[2] * shape[1] + shape[1] - 1) * shape[2] + i % shape[2];
  }

  @Override
  Values backward(Values dy) {
    Values dx = Values.zeros(shape);
    for (int i = 0; i < dy.entries().length; i++) {
      dx.entries()[at(i)] = dy.entries()[i];
    }
    return dx;
  }
}
