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
 */
public record Xavier(boolean normal) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of(
          "xavier(distribution=uniform)",
          a -> new Xavier(a.word("distribution", "uniform", "normal").equals("normal")));

  @Override
  public double draw(Parameter weight, RandomGenerator random) {
    double variance = 2.0 / (weight.fanIn() + weight.fanOut());
    return normal
        ? Math.sqrt(variance) * random.nextGaussian()
        : Math.sqrt(3 * variance) * (2 * random.nextDouble() - 1);
  }
}
