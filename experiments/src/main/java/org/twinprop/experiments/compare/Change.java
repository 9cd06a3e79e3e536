package org.twinprop.experiments.compare;

import java.util.Locale;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * What changes for a group from the first prediction to another.
 *
 * @param difference above 0 where the other is more wrong
 * @param significance of that
 * @param adjustedPValue by Holm's correction over the groups of a column that are not small
 */
public record Change(Estimate difference, Significance significance, double adjustedPValue) {
  /** What came of it for the group. */
  public enum Verdict {
    GAINED,
    LOST,
    UNCLEAR;

    /** As a person reads it. */
    @Override
    public String toString() {
      return this == UNCLEAR ? "no clear change" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** By the corrected test. */
  public Verdict verdict() {
    if (!(adjustedPValue < Significance.LEVEL)) {
      return Verdict.UNCLEAR;
    }
    return difference.value() < 0 ? Verdict.GAINED : Verdict.LOST;
  }

  Change withAdjusted(double pValue) {
    return new Change(difference, significance, pValue);
  }
}
