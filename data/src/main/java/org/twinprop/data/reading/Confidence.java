package org.twinprop.data.reading;

/** What it takes to believe a reading. */
final class Confidence {
  /** An amount that fits nothing well, whose signs each cost more than this, is hardly one. */
  private static final double A_SIGN = -2.2;

  private static final double AT_LEAST = -5;

  private Confidence() {}

  /** How likely it is that there is something else, as a logarithm, but for the same constant. */
  static double unreadable(Hypothesis best) {
    return AT_LEAST + A_SIGN * best.signs().size();
  }
}
