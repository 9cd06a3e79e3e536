package org.twinprop.trainer.verification;

import java.util.List;

/**
 * What one check of a network found.
 *
 * @param epoch after which it was made; 0 is before training
 * @param rows an array each
 * @param notes in words: what was not compared, and why
 */
public record VerificationReport(int epoch, List<GradientComparison> rows, List<String> notes) {
  public VerificationReport {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  public boolean ok() {
    return rows.stream().allMatch(GradientComparison::ok);
  }

  /** The largest error against differences of the loss; NaN if none was checked. */
  public double worstNumericError() {
    return rows.stream()
        .mapToDouble(GradientComparison::numericError)
        .filter(error -> !Double.isNaN(error))
        .max()
        .orElse(Double.NaN);
  }

  /** The largest difference from DL4J; NaN if there is no twin. */
  public double worstDl4jError() {
    return rows.stream()
        .mapToDouble(GradientComparison::dl4jError)
        .filter(error -> !Double.isNaN(error))
        .max()
        .orElse(Double.NaN);
  }
}
