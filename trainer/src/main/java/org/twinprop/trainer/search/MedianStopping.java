package org.twinprop.trainer.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Ends a candidate that is worse than most: after an epoch, its objective is above the median of
 * what the others had after the same epoch (after the median stopping rule of Golovin et al. 2017,
 * Google Vizier: A Service for Black-Box Optimization, section 3.2, which averages over epochs).
 *
 * @param firstEpoch before which nobody is ended
 * @param least others that there must be
 */
public record MedianStopping(int firstEpoch, int least) {
  /** After the first epoch, once there are four others. */
  public static final MedianStopping DEFAULT = new MedianStopping(1, 4);

  /**
   * @param epoch from 1
   * @param objective of the candidate after it
   * @param others the objectives of each other candidate, epoch by epoch; those that did not come
   *     this far do not count
   */
  public boolean hopeless(int epoch, double objective, Collection<List<Double>> others) {
    double[] sorted =
        others.stream()
            .filter(curve -> curve.size() >= epoch)
            .mapToDouble(curve -> curve.get(epoch - 1))
            .sorted()
            .toArray();
    return epoch >= firstEpoch && sorted.length >= least && objective > median(sorted);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
