package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/**
 * Cosine decay: from the full rate to 0 at the end of training, slowly at both ends.
 *
 * <pre>
 * (1 + cos(pi epoch / epochs)) / 2
 * </pre>
 *
 * <p>Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts (2017),
 * equation 5, without restarts.
 */
public record CosineDecay() implements Schedule {
  public static final Kind<Schedule> KIND = Kind.of("cosine", a -> new CosineDecay());

  @Override
  public double factor(double epoch, double epochs) {
    return (1 + Math.cos(Math.PI * (1 - PolynomialDecay.remaining(epoch, epochs)))) / 2;
  }
}
