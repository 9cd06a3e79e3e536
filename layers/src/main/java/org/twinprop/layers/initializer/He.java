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
 */
public record He(boolean normal) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of(
          "he(distribution=normal)",
          a -> new He(a.word("distribution", "uniform", "normal").equals("normal")));

  @Override
  public double draw(Parameter weight, RandomGenerator random) {
    double variance = 2.0 / weight.fanIn();
    return normal
        ? Math.sqrt(variance) * random.nextGaussian()
        : Math.sqrt(3 * variance) * (2 * random.nextDouble() - 1);
  }
}
