package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * LeCun: weights with variance 1 / fanIn keep the variance of a weighted sum that of its inputs.
 * Selu is made for it.
 *
 * <pre>
 * normal    W ~ N(0, 1 / fanIn)
 * uniform   W ~ U(-a, a), a = sqrt(3 / fanIn), whose variance is a^2 / 3
 * </pre>
 *
 * <p>Source: LeCun, Bottou, Orr, Müller, Efficient BackProp (1998), section 4.6, equation 16.
 *
 * @param normal whether to draw from a normal distribution, else from a uniform one
 */
public record Lecun(boolean normal) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of("lecun(distribution=normal)", a -> new Lecun(Spread.read(a) == Spread.NORMAL));

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    return (normal ? Spread.NORMAL : Spread.UNIFORM).draw(1.0 / weight.fanIn(), weight, random);
  }
}
