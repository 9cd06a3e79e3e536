package org.twinprop.trainer.evaluation.group;

import java.util.List;

/**
 * How the residuals of a group are distributed. A residual is prediction minus target: above 0
 * where the prediction is too high.
 *
 * @param percentile5 below which 5% of them lie
 * @param percentile25 below which a quarter of them lie
 * @param median below which half of them lie
 * @param percentile75 above which a quarter of them lie
 * @param percentile95 above which 5% of them lie
 * @param sample some examples of the group, drawn at random, in order of their targets
 */
public record Residuals(
    double percentile5,
    double percentile25,
    double median,
    double percentile75,
    double percentile95,
    List<PredictedNumber> sample) {
  /** Keeps an unmodifiable copy of the sample. */
  public Residuals {
    sample = List.copyOf(sample);
  }
}
