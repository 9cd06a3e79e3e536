package org.twinprop.trainer.diagnosis.student;

import java.util.List;
import java.util.Map;

/**
 * What one student hands in.
 *
 * @param name says what was planted where, and from which seed
 * @param network as the student describes it
 * @param codes of the mistakes made, the most upstream last; empty if all is right
 * @param single whether the numbers are float32's
 * @param arrays as the student saves them, by name
 */
public record StudentCase(
    String name, String network, List<String> codes, boolean single, Map<String, Values> arrays) {
  @Override
  public String toString() {
    return name;
  }
}
