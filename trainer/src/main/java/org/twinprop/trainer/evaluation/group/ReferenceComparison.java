package org.twinprop.trainer.evaluation.group;

import java.util.Map;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * One group beside the reference group.
 *
 * @param group its name
 * @param differences by the key of a metric: this group's minus the reference's
 * @param ratios by the key of a metric: this group's as a share of the reference's
 * @param detectableDifference the smallest difference of error rates (of mean absolute errors in a
 *     regression) that groups of these sizes would have shown with 80% probability; NaN if none
 */
public record ReferenceComparison(
    String group,
    Map<String, Estimate> differences,
    Map<String, Estimate> ratios,
    double detectableDifference) {}
