package org.twinprop.trainer.evaluation.group;

import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * What is known of one group.
 *
 * @param group its name
 * @param n examples in it
 * @param errors of them misclassified; null for a regression
 * @param small whether it has fewer examples than a comparison should rest on
 * @param metrics by key; a rate of nobody is there, and without a value
 * @param classes by the name of a class, its rates against all others; empty where one class is the
 *     positive one
 * @param confusion [label][prediction] examples; null for a regression
 * @param calibration of scores; empty where there are none
 * @param residuals of a regression; null for a classification
 */
public record GroupMetrics(
    String group,
    long n,
    Long errors,
    boolean small,
    Map<String, Estimate> metrics,
    Map<String, Map<String, Estimate>> classes,
    long[][] confusion,
    List<CalibrationBin> calibration,
    Residuals residuals) {

  /** {@link Estimate#NONE} for a metric that was not asked for. */
  public Estimate metric(String key) {
    return metrics.getOrDefault(key, Estimate.NONE);
  }
}
