package org.twinprop.experiments.search;

import java.util.Locale;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.search.Objective;

/**
 * Errors as a person reads them.
 *
 * @param regression whether they are in the unit of the target, and not shares
 */
record ErrorWords(boolean regression) {
  /** {@code 1.85%}, or {@code 612.3}. */
  String error(double error) {
    return regression ? Formats.measure(error) : Formats.percent(error);
  }

  /** As errors are written, where it is a mean of these. */
  String objective(Objective objective, double value) {
    return objective.isShare() ? error(value) : Formats.measure(value);
  }

  /** {@code wrong about 1.85%}, to be followed by of what. */
  String wrong(double error) {
    return regression
        ? "off by %s (root mean square), over all".formatted(error(error))
        : "wrong about " + error(error);
  }

  /** In parentheses; empty where there is none. */
  String interval(Estimate estimate) {
    return Double.isNaN(estimate.low())
        ? ""
        : " (95%% interval %s to %s)".formatted(error(estimate.low()), error(estimate.high()));
  }

  /** {@code +0.35 points, likely between -0.10 and 0.80}. */
  String change(Estimate change) {
    String value = signed(change.value()) + (regression ? "" : " points");
    return Double.isNaN(change.low())
        ? value
        : "%s, likely between %s and %s"
            .formatted(value, signed(change.low()), signed(change.high()));
  }

  private String signed(double value) {
    return regression
        ? (value > 0 ? "+" : "") + Formats.measure(value)
        : String.format(Locale.ROOT, "%+.2f", 100 * value);
  }
}
