package org.twinprop.experiments.compare;

import java.util.Locale;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/**
 * What changes for a group from one prediction to another.
 *
 * @param from the number of the one, from 0
 * @param to the number of the other
 * @param difference above 0 where the other is more wrong
 * @param significance of that
 * @param adjustedPValue by Holm's correction over all pairs of predictions and, of a column, all
 *     groups that are not small
 */
public record Change(
    int from, int to, Estimate difference, Significance significance, double adjustedPValue) {
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
    return new Change(from, to, difference, significance, pValue);
  }
}
