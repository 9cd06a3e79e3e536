package org.twinprop.experiments.bench;

import java.util.List;

/**
 * Something to measure, and who does it.
 *
 * @param title of it
 * @param unit what is done, in the plural: {@code examples}
 * @param note what a reader should know of how it is measured
 * @param varied what varies between contestants of the same name, in the plural; empty if nothing
 *     does
 * @param contestants ours first
 */
record MeasurementPlan(
    String title, String unit, String note, String varied, List<ContestantPlan> contestants) {
  /** Keeps an unmodifiable copy of the list. */
  MeasurementPlan {
    contestants = List.copyOf(contestants);
  }
}
