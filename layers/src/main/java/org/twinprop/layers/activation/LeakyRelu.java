package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The leaky rectified linear unit: a small slope where relu has none, so that no unit is dead.
 *
 * <pre>
 * forward   y = x where x > 0, else slope x
 * backward  f'(x) = 1 where x > 0, slope where x &lt; 0; at the kink we take slope.
 *           With s = sign(max(0, x)), which is 1 or 0:   dx = (slope + (1 - slope) s) dy
 * </pre>
 *
 * <p>Source: Maas, Hannun, Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models
 * (2013).
 */
public final class LeakyRelu extends Activation {
  public static final LayerKind KIND =
      kind("leakyrelu(slope=0.01)", a -> new LeakyRelu(a.number("slope")))
          .example("leakyrelu(0.3)", 6);

  private final double slope;

  /**
   * @param slope of the negative side
   */
  public LeakyRelu(double slope) {
    this.slope = slope;
  }

  /** The slope of the negative side. */
  public double slope() {
    return slope;
  }

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    INDArray negative = cache.bufferLike("negative part", x);
    Transforms.min(negative.assign(x), 0, false).muli(slope);
    Transforms.relu(y.assign(x), false).addi(negative);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    Transforms.relu(dx.assign(x), false);
    Transforms.sign(dx, false).muli(1 - slope).addi(slope).muli(dy);
  }

  @Override
  public String toString() {
    return KIND.text(slope);
  }
}
