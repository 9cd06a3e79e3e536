package org.twinprop.layers.schedule;

/**
 * What the learning rate is multiplied by at a moment of training. Moments are counted in epochs,
 * with fractions: 1.5 is in the middle of the second epoch.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * @param epoch the moment, at least 0
   * @param epochs the length of the whole training
   * @return the factor, at least 0
   * @throws IllegalArgumentException if the schedule has an end and the moment lies after it
   */
  double factor(double epoch, double epochs);

  /** Both: the product of their factors, as of a warm-up and what follows it. */
  default Schedule and(Schedule other) {
    return (epoch, epochs) -> factor(epoch, epochs) * other.factor(epoch, epochs);
  }
}
