package org.twinprop.trainer;

/** How much each example of a batch counts in a step of training. */
@FunctionalInterface
public interface BatchWeighting {
  /**
   * @param losses of the examples of the batch by the network that is trained; null if it is not
   *     known, which only a weighting that does not ask for them can do with
   * @return as many weights, each at least 0
   */
  double[] weights(double[] losses);
}
