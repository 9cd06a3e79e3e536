package org.twinprop.trainer.evaluation.statistics;

/**
 * A measure with its 95% interval. All three are NaN where the measure does not exist, such as a
 * rate of nobody; {@code low} and {@code high} alone are NaN where there is no interval.
 *
 * @param value as observed
 * @param low lower end of the interval
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
  /** What does not exist. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  public boolean exists() {
    return !Double.isNaN(value);
  }

  /** Whether there is an interval and this number lies outside of it. */
  public boolean excludes(double number) {
    return low > number || high < number;
  }
}
