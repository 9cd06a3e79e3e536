package org.twinprop.trainer.diagnosis.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layer as a student writes it: what it needs for the way back it keeps in fields. */
abstract class StudentLayer {
  final Map<String, Values> parameters = new LinkedHashMap<>();
  final Map<String, Values> gradients = new LinkedHashMap<>();
  private final List<Plant> plants = new ArrayList<>();

  /** As the network text writes it. */
  abstract String text();

  abstract Values forward(Values x);

  abstract Values backward(Values dy);

  /** The layers that it is made of. */
  List<StudentLayer> inside() {
    return List.of();
  }

  /** From now on the way back makes this mistake too. */
  void plant(Plant planted) {
    plants.add(planted);
  }

  boolean makes(String code) {
    return plants.stream().anyMatch(plant -> plant.code().equals(code));
  }

  boolean makes(String code, String variant) {
    return plants.stream()
        .anyMatch(plant -> plant.code().equals(code) && plant.variant().equals(variant));
  }

  /** The mistake of this code, which is made. */
  Plant planted(String code) {
    return plants.stream().filter(plant -> plant.code().equals(code)).findFirst().orElseThrow();
  }
}
