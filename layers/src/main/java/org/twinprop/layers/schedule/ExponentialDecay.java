package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/**
 * Exponential decay: the rate is cut a little at every step, by a factor an epoch.
 *
 * <pre>
 * factor^epoch
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 8.3.1.
 *
 * @param factor by which the rate is multiplied in an epoch, above 0 and at most 1
 */
public record ExponentialDecay(double factor) implements Schedule {
  public static final Kind<Schedule> KIND =
      Kind.of("exponential(factor=0.9)", a -> new ExponentialDecay(a.share("factor")));

  @Override
  public double factor(double epoch, double epochs) {
    return Math.pow(factor, epoch);
  }
}
