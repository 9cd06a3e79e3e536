package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * Every weight begins at 0: {@link Constant} at its plainest. One such layer can learn. Of two with
 * tanh or relu between them, neither can: what lies between is 0 and so is the gradient that comes
 * back to it, hence both weight gradients, and only the last bias ever moves.
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 8.4.
 */
public record Zeros() implements Initializer {
  public static final Kind<Initializer> KIND = Kind.of("zeros", a -> new Zeros());

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    return new double[Math.toIntExact(weight.shape().length())];
  }
}
