package org.twinprop.data.pen;

/**
 * What is usual for a quantity, and how far people differ in it.
 *
 * @param mean the mean
 * @param spread the standard deviation
 */
record Variation(double mean, double spread) {
  double draw(Chance chance) {
    return mean + spread * chance.bell();
  }

  /** As {@link #draw}, but for quantities that cannot be negative. */
  double drawPositive(Chance chance) {
    return Math.max(0.2 * mean, draw(chance));
  }
}
