package org.twinprop.experiments.audit;

import org.twinprop.trainer.evaluation.group.CalibrationTally;
import org.twinprop.trainer.evaluation.group.ClassificationTally;
import org.twinprop.trainer.evaluation.group.ConfusionMatrix;

/**
 * What is counted while it is not yet known how many classes there are: scores are held against
 * both things that they may be the probability of.
 *
 * @param confusion labels against predictions
 * @param ofPositive scores against whether an example is of the positive class
 * @param ofCorrect scores against whether its prediction is right
 */
record ScoredTally(
    ConfusionMatrix confusion, CalibrationTally ofPositive, CalibrationTally ofCorrect) {
  ScoredTally() {
    this(new ConfusionMatrix(2), new CalibrationTally(), new CalibrationTally());
  }

  ClassificationTally resolved(boolean hasPositive, int[] order) {
    return new ClassificationTally(confusion.inOrder(order), hasPositive ? ofPositive : ofCorrect);
  }
}
