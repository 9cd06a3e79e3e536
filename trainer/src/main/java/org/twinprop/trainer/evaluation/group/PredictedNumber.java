package org.twinprop.trainer.evaluation.group;

/**
 * One example of a regression.
 *
 * @param target what is true
 * @param prediction what was predicted
 */
public record PredictedNumber(double target, double prediction) {
  /** Prediction minus target: above 0 where the prediction is too high. */
  public double residual() {
    return prediction - target;
  }
}
