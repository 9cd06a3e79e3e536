package org.twinprop.data.check;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The damage of one check.
 *
 * @param of each kind, 0 to 1
 */
record Severities(Map<DamageKind, Double> of) {
  double get(DamageKind kind) {
    return of.get(kind);
  }

  /** Those above 0, in the order of the kinds. */
  List<DamageTruth> truth() {
    return of.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Entry.comparingByKey())
        .map(entry -> new DamageTruth(entry.getKey(), entry.getValue()))
        .toList();
  }
}
