package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** A row of W for each word number. */
final class StudentEmbedding extends StudentLayer {
  private final int vocabulary;
  private final int out;
  private Values words;

  StudentEmbedding(int vocabulary, int out, SplittableRandom random) {
    this.vocabulary = vocabulary;
    this.out = out;
    parameters.put("W", Values.normal(random, 1, vocabulary, out));
  }

  @Override
  String text() {
    return "embedding(%d,%d)".formatted(vocabulary, out);
  }

  int vocabulary() {
    return vocabulary;
  }

  @Override
  Values forward(Values x) {
    words = x;
    Values y = Values.zeros(x.size(0), x.size(1), out);
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] = parameters.get("W").entries()[row(i)];
    }
    return y;
  }

  /** Where in W an entry of the output stands. */
  private int row(int i) {
    return (int) words.entries()[i / out] * out + i % out;
  }

  /** Words have no gradient; what is returned stands for it. */
  @Override
  Values backward(Values dy) {
    Values dW = Values.zeros(vocabulary, out);
    boolean firstOnly = makes("repeats-not-summed", "first");
    for (int i = 0; i < dy.entries().length; i++) {
      int place = firstOnly ? dy.entries().length - 1 - i : i;
      boolean assigned = makes("repeats-not-summed");
      double before = assigned ? 0 : dW.entries()[row(place)];
      dW.entries()[row(place)] = before + dy.entries()[place];
    }
    gradients.put("W", dW);
    return Values.zeros(words.shape());
  }
}
