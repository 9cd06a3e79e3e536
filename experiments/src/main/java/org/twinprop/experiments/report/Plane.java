package org.twinprop.experiments.report;

import java.util.Arrays;

/**
 * Numbers that lie on a plane.
 *
 * @param height rows
 * @param width columns
 * @param values row by row
 */
record Plane(int height, int width, double[] values) {
  double sum() {
    return Arrays.stream(values).sum();
  }

  double sumOfMagnitudes() {
    return Arrays.stream(values).map(Math::abs).sum();
  }

  double largest() {
    return Arrays.stream(values).max().orElse(0);
  }

  double largestMagnitude() {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
