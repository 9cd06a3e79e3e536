package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * Xavier (Glorot): the variance 2 / (fanIn + fanOut) is the compromise between keeping the variance
 * of activations (1 / fanIn) and that of gradients (1 / fanOut) through layers that are about
 * linear.
 *
 * <pre>
 * uniform   W ~ U(-a, a), a = sqrt(6 / (fanIn + fanOut)), whose variance is a^2 / 3
 * normal    W ~ N(0, 2 / (fanIn + fanOut))
 * </pre>
 *
 * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
 * networks (2010), equation 16.
 *
 * @param normal whether to draw from a normal distribution, else from a uniform one
 */
public record Xavier(boolean normal) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of("xavier(distribution=uniform)", a -> new Xavier(Spread.read(a) == Spread.NORMAL));

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    return (normal ? Spread.NORMAL : Spread.UNIFORM)
        .draw(2.0 / (weight.fanIn() + weight.fanOut()), weight, random);
  }
}
