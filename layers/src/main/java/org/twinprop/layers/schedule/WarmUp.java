package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/**
 * Warm-up: the rate rises from 0 in a straight line, then stays; another schedule can follow it.
 *
 * <pre>
 * min(1, epoch / length)
 * </pre>
 *
 * <p>Source: Goyal and others, Accurate, Large Minibatch SGD (2017), section 2.2.
 *
 * @param length of the rise in epochs, above 0
 */
public record WarmUp(double length) implements Schedule {
  public static final Kind<Schedule> KIND =
      Kind.of("warmup(epochs=1)", a -> new WarmUp(a.positive("epochs")));

  @Override
  public double factor(double epoch, double epochs) {
    return Math.min(1, epoch / length);
  }
}
