package org.twinprop.trainer.evaluation.statistics;

/**
 * What a test says.
 *
 * @param test its name
 * @param statistic NaN for a test that has none
 * @param pValue how often chance alone would show at least this much; NaN if it could not be made
 */
public record Significance(String test, double statistic, double pValue) {
  /** Below this p-value a difference counts as found. */
  public static final double LEVEL = 0.05;

  /** A test for which there was nothing to compare. */
  public static final Significance NONE = new Significance("none", Double.NaN, Double.NaN);
}
