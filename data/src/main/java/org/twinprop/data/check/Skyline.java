package org.twinprop.data.check;

import java.util.Arrays;

/**
 * How far to the right ink reaches in each row of a line of writing, so that what follows can be
 * put at a given distance from it.
 */
final class Skyline {
  /** Rows from this far above the baseline. */
  private static final int ABOVE = 40;

  private static final int ROWS = 60;

  /** Ink this many rows higher or lower counts as beside. */
  private static final int BESIDE = 1;

  private final double[] reach = new double[ROWS];
  private double furthest;

  Skyline() {
    Arrays.fill(reach, Double.NEGATIVE_INFINITY);
  }

  /** The rightmost ink. */
  double furthest() {
    return furthest;
  }

  /** Ink from one height to another, up to some place. */
  void add(double top, double bottom, double right) {
    for (int row = row(top); row <= row(bottom); row++) {
      reach[row] = Math.max(reach[row], right);
    }
    furthest = Math.max(furthest, right);
  }

  /**
   * The place for something whose ink begins {@code left} after its origin in the rows from top to
   * bottom: the furthest that these rows reach, and the gap.
   */
  double place(double top, double bottom, double left, double gap) {
    double beside = Double.NEGATIVE_INFINITY;
    for (int row = row(top - BESIDE); row <= row(bottom + BESIDE); row++) {
      beside = Math.max(beside, reach[row]);
    }
    return beside + gap - left;
  }

  private static int row(double y) {
    return Math.max(0, Math.min(ROWS - 1, (int) Math.round(y) + ABOVE));
  }
}
