package org.twinprop.layers.check;

/** What a gradient check found, from best to worst. */
public enum Verdict {
  /** Analytic and numeric gradient agree. */
  OK,
  /**
   * The function has a kink at the point, and the analytic gradient is one of its subgradients, or
   * right on either side; or kinks lie so close that differences cannot decide.
   */
  KINK,
  /** The analytic gradient is not the function's. */
  WRONG
}
