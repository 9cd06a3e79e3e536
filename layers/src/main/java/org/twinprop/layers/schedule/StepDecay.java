package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/**
 * Steps down: the rate is cut after every so many epochs.
 *
 * <pre>
 * factor^floor(epoch / every)
 * </pre>
 *
 * <p>Source: He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition (2016), section 3.4.
 *
 * @param every how many epochs, above 0
 * @param factor of each cut, at least 0
 */
public record StepDecay(double every, double factor) implements Schedule {
  public static final Kind<Schedule> KIND =
      Kind.of(
          "step(every=10, factor=0.5)",
          a -> new StepDecay(a.positive("every"), a.number("factor", 0, Double.POSITIVE_INFINITY)));

  @Override
  public double factor(double epoch, double epochs) {
    return Math.pow(factor, Math.floor(epoch / every));
  }
}
