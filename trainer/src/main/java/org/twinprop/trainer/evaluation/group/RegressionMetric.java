package org.twinprop.trainer.evaluation.group;

import java.util.function.ToDoubleFunction;

/** What the sums over a regression's examples tell. */
public enum RegressionMetric {
  /** How far predictions lie from targets, on average. */
  MAE("mae", ErrorSums::meanAbsoluteError),
  /** The same with large errors weighing more: the root of the mean squared error. */
  RMSE("rmse", ErrorSums::rootMeanSquaredError),
  /** By how much predictions are too high, on average. */
  BIAS("bias", ErrorSums::bias),
  /** The share of the targets' variance that predictions explain. */
  R2("r2", ErrorSums::r2);

  private final String key;
  private final ToDoubleFunction<ErrorSums> value;

  RegressionMetric(String key, ToDoubleFunction<ErrorSums> value) {
    this.key = key;
    this.value = value;
  }

  /** Its name in CSV and JSON. */
  public String key() {
    return key;
  }

  double value(ErrorSums sums) {
    return value.applyAsDouble(sums);
  }
}
