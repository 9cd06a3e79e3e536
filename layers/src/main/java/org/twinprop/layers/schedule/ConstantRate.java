package org.twinprop.layers.schedule;

import org.twinprop.layers.text.Kind;

/** The learning rate stays as it is: the factor is 1 at every moment, however long training is. */
public record ConstantRate() implements Schedule {
  public static final Kind<Schedule> KIND = Kind.of("constant", a -> new ConstantRate());

  @Override
  public double factor(double epoch, double epochs) {
    return 1;
  }
}
