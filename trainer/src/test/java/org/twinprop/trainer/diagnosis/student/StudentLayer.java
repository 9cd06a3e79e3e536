package org.twinprop.trainer.diagnosis.student;

import java.util.LinkedHashMap;
import java.util.Map;

/** A layer as a student writes it: what it needs for the way back it keeps in fields. */
abstract class StudentLayer {
  final Map<String, Values> parameters = new LinkedHashMap<>();
  final Map<String, Values> gradients = new LinkedHashMap<>();
  private Plant plant = Plant.NONE;

  /** As the network text writes it. */
  abstract String text();

  abstract Values forward(Values x);

  abstract Values backward(Values dy);

  /** From now on the way back makes this mistake. */
  void plant(Plant planted) {
    plant = planted;
  }

  boolean makes(String code) {
    return plant.code().equals(code);
  }

  boolean makes(String code, String variant) {
    return makes(code) && plant.variant().equals(variant);
  }

  double amount() {
    return plant.amount();
  }

  /** What else there was at hand: another layer's input. */
  Values other() {
    return plant.other();
  }
}
