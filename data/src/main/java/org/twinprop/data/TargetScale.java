package org.twinprop.data;

import java.util.Locale;

/**
 * How the number that a network gives for an example becomes the value that a person means. A
 * network learns best from targets around 0 that spread by about 1:
 *
 * <pre>
 * output = (f(value) - mean) / deviation        f(value) = value, or ln(value)
 * </pre>
 *
 * @param unit of the values: {@code $}, which goes before the number, another word that goes after
 *     it, or empty
 * @param mean of f over the examples that were learned from
 * @param deviation of f over them, above 0
 * @param logarithm whether f is the natural logarithm: errors are then shares of the value, and the
 *     network gives the median rather than the mean
 */
public record TargetScale(String unit, double mean, double deviation, boolean logarithm) {
  /** Targets that are learned as they are. */
  public static final TargetScale NONE = new TargetScale("", 0, 1, false);

  private static final String BEFORE = "$";
  private static final double LARGE = 100;

  /**
   * @throws IllegalArgumentException if the deviation is not above 0
   */
  public TargetScale {
    if (!(deviation > 0) || !Double.isFinite(mean) || !Double.isFinite(deviation)) {
      throw new IllegalArgumentException(
          "a scale needs a finite mean and a deviation above 0, not %s and %s"
              .formatted(mean, deviation));
    }
  }

  /** What a network's output means. */
  public double toValue(double output) {
    double scaled = mean + deviation * output;
    return logarithm ? Math.exp(scaled) : scaled;
  }

  /** What a network should give for a value. */
  public double toOutput(double value) {
    return ((logarithm ? Math.log(value) : value) - mean) / deviation;
  }

  /** {@code $1,235}, {@code 12.3 minutes}: a value, or a difference of values, for a person. */
  public String written(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    double size = Math.abs(value);
    String number =
        String.format(
            Locale.ROOT, size >= LARGE ? "%,.0f" : size >= 1 || size == 0 ? "%.2f" : "%.4f", size);
    String sign = value < 0 ? "-" : "";
    if (unit.equals(BEFORE)) {
      return sign + unit + number;
    }
    return sign + number + (unit.isEmpty() ? "" : " " + unit);
  }
}
