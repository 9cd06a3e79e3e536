package org.twinprop.trainer.diagnosis.student;

/** An activation, entry by entry. */
final class StudentActivation extends StudentLayer {
  private final String name;
  private Values x;
  private Values y;

  StudentActivation(String name) {
    this.name = name;
  }

  @Override
  String text() {
    return name;
  }

  Values input() {
    return x;
  }

  /** Whether the derivative at the output is another one than at the input. */
  boolean curved() {
    return !name.equals("relu") && !name.equals("leakyrelu");
  }

  /** Whether students write the derivative with the output, and so may put the input there. */
  boolean writtenWithOutput() {
    return name.equals("tanh") || name.equals("sigmoid");
  }

  @Override
  Values forward(Values input) {
    x = input;
    y = input.copy();
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] = value(x.entries()[i]);
    }
    return y;
  }

  private double value(double a) {
    return switch (name) {
      case "tanh" -> Math.tanh(a);
      case "sigmoid" -> sigmoid(a);
      case "relu" -> Math.max(0, a);
      case "leakyrelu" -> a > 0 ? a : 0.01 * a;
      case "elu" -> a > 0 ? a : Math.exp(a) - 1;
      case "softplus" -> Math.log(1 + Math.exp(a));
      case "swish" -> a * sigmoid(a);
      case "softsign" -> a / (1 + Math.abs(a));
      default -> throw new IllegalArgumentException(name);
    };
  }

  static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  private double slope(double a) {
    return switch (name) {
      case "tanh" -> 1 - Math.tanh(a) * Math.tanh(a);
      case "sigmoid" -> sigmoid(a) * (1 - sigmoid(a));
      case "relu" -> a > 0 ? 1 : 0;
      case "leakyrelu" -> a > 0 ? 1 : 0.01;
      case "elu" -> a > 0 ? 1 : Math.exp(a);
      case "softplus" -> sigmoid(a);
      case "swish" -> sigmoid(a) + a * sigmoid(a) * (1 - sigmoid(a));
      case "softsign" -> 1 / ((1 + Math.abs(a)) * (1 + Math.abs(a)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The derivative's formula in the output, fed with something. */
  private double slopeByOutput(double o) {
    return name.equals("tanh") ? 1 - o * o : o * (1 - o);
  }

  @Override
  Values backward(Values dy) {
    Values dx = dy.copy();
    for (int i = 0; i < dx.entries().length; i++) {
      dx.entries()[i] *= factor(i, dy.entries()[i]);
    }
    return dx;
  }

  private double factor(int i, double upstream) {
    if (makes("activation-derivative-missing")) {
      return 1;
    }
    if (makes("relu-mask-from-gradient")) {
      return upstream > 0 ? 1 : 0;
    }
    if (makes("activation-derivative-at-output", "of the input")) {
      return slopeByOutput(x.entries()[i]);
    }
    return slope(makes("activation-derivative-at-output") ? y.entries()[i] : x.entries()[i]);
  }
}
