package org.twinprop.trainer.search;

/**
 * What a network is worth on validation examples.
 *
 * @param loss the mean loss an example
 * @param error the share of wrong classes; of a regression the root mean squared error
 * @param worstGroupError the error of the group with the largest; NaN without groups
 * @param largestGap the largest error of a group minus the smallest; NaN without groups
 */
public record Measures(double loss, double error, double worstGroupError, double largestGap) {
  /** Whether all of them are numbers, those of groups where there are groups. */
  boolean finite() {
    return Double.isFinite(loss) && Double.isFinite(error) && !Double.isInfinite(worstGroupError);
  }
}
