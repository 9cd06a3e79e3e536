package org.twinprop.trainer.diagnosis.student;

import java.util.List;

/** Mistakes in the last lines, where a layer's gradients get their mean and their price. */
final class Storing {
  private Storing() {}

  /** What the part that comes from the data is multiplied by. */
  static double scale(List<Plant> plants, String name, int examples) {
    double scale = 1;
    for (Plant plant : plants) {
      boolean concerned = plant.variant().isEmpty() || plant.variant().equals(name);
      scale *= concerned ? scale(plant, examples) : 1;
    }
    return scale;
  }

  private static double scale(Plant plant, int examples) {
    return switch (plant.code()) {
      case "batch-mean-missing" -> examples;
      case "batch-mean-twice" -> 1.0 / examples;
      case "sign" -> -1;
      case "factor" -> plant.amount();
      default -> 1;
    };
  }

  /** The l2 that an array is priced with. */
  static double l2(List<Plant> plants, String name, double l2) {
    boolean weight = name.startsWith("W");
    double price = weight ? l2 : 0;
    for (Plant plant : plants) {
      price =
          switch (plant.code()) {
            case "l2-on-bias" -> l2;
            case "l2-missing" -> 0;
            case "l2-factor" -> plant.amount() * price;
            default -> price;
          };
    }
    return price;
  }

  /** The l1 that an array is priced with. */
  static double l1(List<Plant> plants, String name, double l1) {
    double price = name.startsWith("W") ? l1 : 0;
    for (Plant plant : plants) {
      price =
          switch (plant.code()) {
            case "l1-missing" -> 0;
            case "l1-factor" -> plant.amount() * price;
            default -> price;
          };
    }
    return price;
  }

  /** A slip in a few places. */
  static void entries(List<Plant> plants, String name, Values gradient) {
    for (Plant plant : plants) {
      if (plant.code().equals("single-entries") && name.startsWith("W")) {
        int step = gradient.entries().length / 2 + 1;
        for (int i = 0; i < gradient.entries().length; i += step) {
          gradient.entries()[i] += plant.amount();
        }
      }
    }
  }
}
