package org.twinprop.trainer.diagnosis.student;

/** Mistakes in the last lines, where a layer's gradients get their mean and their price. */
final class Storing {
  private Storing() {}

  static double scale(Plant plant, String name, int examples) {
    if (!plant.variant().isEmpty() && !plant.variant().equals(name)) {
      return 1;
    }
    return switch (plant.code()) {
      case "batch-mean-missing" -> examples;
      case "batch-mean-twice" -> 1.0 / examples;
      case "sign" -> -1;
      case "factor" -> plant.amount();
      default -> 1;
    };
  }

  static double l2(Plant plant, String name, double l2) {
    if (!name.startsWith("W")) {
      return plant.code().equals("l2-on-bias") ? l2 : 0;
    }
    return switch (plant.code()) {
      case "l2-missing" -> 0;
      case "l2-factor" -> plant.amount() * l2;
      default -> l2;
    };
  }

  static double l1(Plant plant, String name, double l1) {
    return name.startsWith("W") && !plant.code().equals("l1-missing") ? l1 : 0;
  }

  /** A slip in a few places. */
  static void entries(Plant plant, String name, Values gradient) {
    if (plant.code().equals("single-entries") && name.startsWith("W")) {
      for (int i = 0; i < gradient.entries().length; i += gradient.entries().length / 2 + 1) {
        gradient.entries()[i] += plant.amount();
      }
    }
  }
}
