package org.twinprop.trainer.diagnosis.student;

/** Every example as one row. */
final class StudentFlatten extends StudentLayer {
  private int[] shape;

  @Override
  String text() {
    return "flatten";
  }

  @Override
  Values forward(Values x) {
    shape = x.shape();
    return x.reshaped(x.size(0), x.entries().length / x.size(0));
  }

  @Override
  Values backward(Values dy) {
    return dy.reshaped(shape);
  }
}
