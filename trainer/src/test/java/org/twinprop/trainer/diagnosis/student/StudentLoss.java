package org.twinprop.trainer.diagnosis.student;

import java.util.Arrays;

/** The loss, as the mean over rows, and its gradient by the network's output. */
final class StudentLoss {
  private final String name;
  private Plant plant = Plant.NONE;

  StudentLoss(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void plant(Plant planted) {
    plant = planted;
  }

  private boolean makes(String code) {
    return plant.code().equals(code);
  }

  private boolean makes(String code, String variant) {
    return makes(code) && plant.variant().equals(variant);
  }

  double value(Values z, Values y) {
    double sum = 0;
    Values p = prediction(z);
    for (int i = 0; i < z.entries().length; i++) {
      double target = y.entries()[i];
      double here = p.entries()[i];
      sum +=
          switch (name) {
            case "softmax-xent" -> target == 0 ? 0 : -target * Math.log(here);
            case "sigmoid-xent" -> -target * Math.log(here) - (1 - target) * Math.log(1 - here);
            case "mse" -> (here - target) * (here - target) / z.last();
            default -> throw new IllegalArgumentException(name);
          };
    }
    return makes("loss-not-mean") ? sum : sum / z.rows();
  }

  private Values prediction(Values z) {
    return switch (name) {
      case "softmax-xent" -> StudentSoftmax.probabilities(z);
      case "sigmoid-xent" ->
          new Values(
              z.shape(), Arrays.stream(z.entries()).map(StudentActivation::sigmoid).toArray());
      default -> z;
    };
  }

  /** The gradient by z of the mean loss. */
  Values gradient(Values z, Values y) {
    Values p = prediction(z);
    Values dz = Values.zeros(z.shape());
    for (int i = 0; i < dz.entries().length; i++) {
      double target = target(y, i, z.last());
      double difference = p.entries()[i] - target;
      if (makes("softmax-diagonal-only")) {
        difference = -target * (1 - p.entries()[i]); // -y/p, through the diagonal p (1 - p)
      }
      if (makes("output-activation-missing")) {
        difference = z.entries()[i] - target;
      }
      dz.entries()[i] =
          makes("another-loss")
              ? ofAnotherLoss(z.entries()[i], target, z.last())
              : difference * (name.equals("mse") ? 2.0 / z.last() : 1);
    }
    if (makes("output-derivative-extra")) {
      throughOutput(dz, p);
    }
    return dz.times(scale(z.rows()));
  }

  /** Of the mean absolute error for the squared one, of a sigmoid each for softmax, and back. */
  private double ofAnotherLoss(double z, double target, int outputs) {
    return switch (name) {
      case "mse" -> Math.signum(z - target) / outputs;
      case "softmax-xent" -> StudentActivation.sigmoid(z) - target;
      default -> 2 * (z - target) / outputs;
    };
  }

  private double scale(int rows) {
    return switch (plant.code()) {
      case "batch-mean-missing" -> 1;
      case "batch-mean-twice" -> 1.0 / rows / rows;
      case "sign" -> -1.0 / rows;
      case "factor" -> plant.amount() / rows;
      default -> 1.0 / rows;
    };
  }

  private double target(Values y, int i, int classes) {
    int row = i / classes;
    int own = i % classes;
    if (makes("target-encoding", "shifted")) {
      return y.entries()[row * classes + (own + classes - 1) % classes];
    }
    if (makes("target-encoding", "class numbers")) {
      double number = 0;
      for (int k = 0; k < classes; k++) {
        number += k * y.entries()[row * classes + k];
      }
      return number;
    }
    return y.entries()[i];
  }

  /** The derivative of softmax, or of the sigmoid, on top of what already contains it. */
  private void throughOutput(Values dz, Values p) {
    boolean jacobian = makes("output-derivative-extra", "Jacobian");
    int k = p.last();
    for (int row = 0; row < p.rows(); row++) {
      double total = 0;
      for (int j = 0; j < k; j++) {
        total += dz.entries()[row * k + j] * p.entries()[row * k + j];
      }
      for (int j = 0; j < k; j++) {
        double here = p.entries()[row * k + j];
        double d = dz.entries()[row * k + j];
        dz.entries()[row * k + j] = jacobian ? here * (d - total) : here * (1 - here) * d;
      }
    }
  }
}
