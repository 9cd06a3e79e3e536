package org.twinprop.experiments.verify;

import org.twinprop.trainer.diagnosis.DiagnosisReport;

/**
 * What came of one file: a report, or the one line that says why there is none.
 *
 * @param subject the file
 * @param network as text; null where none could be read
 * @param examples in the batch
 * @param report null where the file could not be checked
 * @param error null where it could
 */
public record Check(
    Subject subject, String network, long examples, DiagnosisReport report, String error) {
  static Check refused(Subject subject, String error) {
    return new Check(subject, null, 0, null, error);
  }

  /** Whether it was checked, and nothing is wrong. */
  public boolean ok() {
    return report != null && report.ok();
  }

  /** Whether nothing is wrong but gradients that are zero everywhere. */
  public boolean unwritten() {
    return report != null && report.onlyUnwritten();
  }

  /** Whether a mistake is in it. */
  public boolean wrong() {
    return report != null && !report.ok() && !unwritten();
  }

  /** Whether it could be checked at all. */
  public boolean readable() {
    return report != null;
  }
}
