package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The slopes to the left and to the right of a point, measured with one step.
 *
 * @param h the step
 * @param left the slope to the left
 * @param right the slope to the right
 * @param floor what errors are measured against at this step
 */
record Slopes(double h, double left, double right, double floor) {
  private static final int STEPS = 10;
  private static final double SHRINK = 4;

  /**
   * Slopes at ever smaller steps: up to the first at which left and right agree, or all the way
   * down to 4e-9 for an entry of about 1.
   */
  static List<Slopes> shrinking(Slice f, Tolerance tolerance, Floor floor) {
    List<Slopes> all = new ArrayList<>();
    double h = Differences.step(f);
    for (int i = 0; i < STEPS; i++, h /= SHRINK) {
      Slopes slopes = of(f, h, floor);
      all.add(slopes);
      if (slopes.agree(tolerance)) {
        break;
      }
    }
    return all;
  }

  /** Slopes at the step that follows in {@link #shrinking}. */
  Slopes atNextStep(Slice f, Floor next) {
    return of(f, h / SHRINK, next);
  }

  private static Slopes of(Slice f, double h, Floor floor) {
    return new Slopes(h, Differences.oneSided(f, -h), Differences.oneSided(f, h), floor.at(h));
  }

  /** Whether left and right are one slope. */
  boolean agree(Tolerance tolerance) {
    return tolerance.agree(left, right, floor);
  }

  /** Whether both slopes are still those at a larger step. */
  boolean settledSince(Slopes larger, Tolerance tolerance) {
    return tolerance.agree(left, larger.left, floor) && tolerance.agree(right, larger.right, floor);
  }
}
