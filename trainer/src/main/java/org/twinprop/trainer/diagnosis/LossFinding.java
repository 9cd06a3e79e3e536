package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * What was found about the student's loss.
 *
 * @param student the student's number
 * @param truth ours, the price of the weights included
 * @param relativeError |student - truth| / max(|student|, |truth|)
 * @param verdict RIGHT, ROUNDING_ONLY or WRONG
 * @param explanations the mistakes that account for it
 */
public record LossFinding(
    double student,
    double truth,
    double relativeError,
    TensorVerdict verdict,
    List<Explanation> explanations) {
  public LossFinding {
    explanations = List.copyOf(explanations);
  }

  public boolean ok() {
    return verdict.ok();
  }
}
