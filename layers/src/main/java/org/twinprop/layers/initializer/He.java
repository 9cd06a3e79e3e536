package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * He: relu zeroes half of a symmetric input and with it half of the variance, so weights with
 * variance 2 / fanIn keep the variance of activations from layer to layer.
 *
 * <pre>
 * normal    W ~ N(0, 2 / fanIn)
 * uniform   W ~ U(-a, a), a = sqrt(6 / fanIn), whose variance is a^2 / 3
 * </pre>
 *
 * <p>Source: He, Zhang, Ren, Sun, Delving Deep into Rectifiers (2015), equation 10.
 *
 * @param normal whether to draw from a normal distribution, else from a uniform one
 */
public record He(boolean normal) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of("he(distribution=normal)", a -> new He(Spread.read(a) == Spread.NORMAL));

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    return (normal ? Spread.NORMAL : Spread.UNIFORM).draw(2.0 / weight.fanIn(), weight, random);
  }
}
