package org.twinprop.trainer.search;

import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;

/** How many points a grid has, before it is made. */
final class GridSize {
  private GridSize() {}

  /**
   * @param points of each range of numbers
   * @return as a floating-point number, which does not overflow
   */
  static double of(SettingsSpace space, int points) {
    double size = 1;
    for (ParameterSpace<?> leaf : space.collectLeaves()) {
      size *= values(leaf, points);
    }
    return size;
  }

  private static double values(ParameterSpace<?> leaf, int points) {
    if (leaf instanceof DiscreteParameterSpace<?> discrete) {
      return discrete.numValues();
    }
    return leaf instanceof IntegerParameterSpace whole
        ? Math.min(points, 1.0 + whole.getMax() - whole.getMin())
        : points;
  }
}
