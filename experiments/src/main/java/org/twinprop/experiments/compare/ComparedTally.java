package org.twinprop.experiments.compare;

import java.util.List;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/** What is kept of one group while several predictions for the same examples go by. */
interface ComparedTally {
  /** Examples. */
  long n();

  /** How wrong one prediction is: its error rate, or its mean absolute error. */
  Estimate value(int prediction);

  /**
   * How much more wrong a prediction is than the first, on the same examples.
   *
   * @param seed of the bootstrap
   */
  Difference difference(int prediction, long seed);

  /** Of each prediction in a regression; empty for classes. */
  List<Residuals> residuals();

  /**
   * @param estimate above 0 where the other is more wrong than the first
   * @param significance of that
   */
  record Difference(Estimate estimate, Significance significance) {}
}
