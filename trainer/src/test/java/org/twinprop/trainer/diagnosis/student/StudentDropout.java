package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** Dropout with a mask that is drawn once. */
final class StudentDropout extends StudentLayer {
  private final double rate;
  private final SplittableRandom random;
  private Values mask;

  StudentDropout(double rate, SplittableRandom random) {
    this.rate = rate;
    this.random = random;
  }

  @Override
  String text() {
    return "dropout(" + rate + ")";
  }

  Values mask() {
    return mask;
  }

  @Override
  Values forward(Values x) {
    if (mask == null) {
      mask = Values.zeros(x.shape());
      for (int i = 0; i < mask.entries().length; i++) {
        mask.entries()[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
      }
    }
    Values y = x.copy();
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] *= mask.entries()[i];
    }
    return y;
  }

  @Override
  Values backward(Values dy) {
    Values dx = dy.copy();
    for (int i = 0; i < dx.entries().length; i++) {
      double kept = mask.entries()[i];
      if (makes("dropout-scale-missing")) {
        kept = kept > 0 ? 1 : 0;
      }
      dx.entries()[i] *= makes("dropout-mask-missing") ? 1 : kept;
    }
    return dx;
  }
}
