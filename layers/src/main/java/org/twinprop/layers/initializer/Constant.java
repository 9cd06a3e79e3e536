package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * Every weight begins at the same value. Units that begin equal get equal gradients and stay equal:
 * a layer so begun learns no more than one unit could (Goodfellow, Bengio, Courville, Deep
 * Learning, 2016, section 8.4, on breaking symmetry). It is there to show that.
 *
 * @param value of every weight
 */
public record Constant(double value) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of("constant(value)", a -> new Constant(a.number("value")));

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    return Initializer.each(weight, () -> value);
  }
}
