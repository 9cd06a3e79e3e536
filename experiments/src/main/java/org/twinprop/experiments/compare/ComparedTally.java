package org.twinprop.experiments.compare;

import java.util.List;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/** What is kept of one group while several predictions for the same examples go by. */
interface ComparedTally {
  /** Examples. */
  long n();

  /** Units that these come in; 0 where each example is by itself. */
  int units();

  /** How wrong one prediction is: its error rate, or its mean absolute error. */
  Estimate value(int prediction);

  /**
   * How much more wrong one prediction is than another, on the same examples.
   *
   * @param from the one
   * @param to the other, which is more wrong where this is above 0
   * @param seed of the bootstrap
   */
  Difference difference(int from, int to, long seed);

  /** Of each prediction in a regression; empty for classes. */
  List<Residuals> residuals();

  /**
   * @param estimate above 0 where the other is more wrong than the one
   * @param significance of that
   */
  record Difference(Estimate estimate, Significance significance) {}
}
