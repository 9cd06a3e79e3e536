package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/**
 * Polynomial decay: from the full rate to 0 at the end of training; a straight line for power 1.
 *
 * <pre>
 * (1 - epoch / epochs)^power
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 8.3.1. Equation 8.14, to
 * 0.
 *
 * @param power of the curve, at least 0
 */
public record PolynomialDecay(double power) implements Schedule {
  public static final Kind<Schedule> KIND =
      Kind.of(
          "polynomial(power=1)",
          a -> new PolynomialDecay(a.number("power", 0, Double.POSITIVE_INFINITY)));

  @Override
  public double factor(double epoch, double epochs) {
    return Math.pow(remaining(epoch, epochs), power);
  }

  /** A schedule that falls to 0 at the end has nothing to say after it. */
  static double remaining(double epoch, double epochs) {
    if (epoch > epochs) {
      throw new IllegalArgumentException(
          "the learning rate's schedule ends after %s epochs, but epoch %s was asked for"
              .formatted(epochs, epoch));
    }
    return epochs == 0 ? 0 : 1 - epoch / epochs;
  }
}
