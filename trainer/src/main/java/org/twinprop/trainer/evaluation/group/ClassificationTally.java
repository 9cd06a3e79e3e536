package org.twinprop.trainer.evaluation.group;

/**
 * What is counted of a group whose examples were classified.
 *
 * @param confusion labels against predictions
 * @param calibration of scores; empty where there are none
 */
public record ClassificationTally(ConfusionMatrix confusion, CalibrationTally calibration) {
  /** An empty one. */
  public ClassificationTally() {
    this(new ConfusionMatrix(2), new CalibrationTally());
  }

  /** With its classes in another order; see {@link ConfusionMatrix#inOrder}. */
  public ClassificationTally inOrder(int[] order) {
    return new ClassificationTally(confusion.inOrder(order), calibration);
  }
}
