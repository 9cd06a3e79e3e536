package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The exponential linear unit: relu with a smooth, saturating negative side.
 *
 * <pre>
 * forward   y = x where x > 0, else alpha (e^x - 1);   in one line
 *           y = max(x, 0) + alpha (e^min(x, 0) - 1)
 * backward  f'(x) = 1 where x > 0, else alpha e^x;     in one line, s = 1 where x > 0, else 0
 *           f'(x) = (1 - alpha) s + alpha e^min(x, 0)
 *           For alpha = 1 there is no kink; else we take alpha at 0.
 * </pre>
 *
 * <p>Source: Clevert, Unterthiner, Hochreiter, Fast and Accurate Deep Network Learning by ELUs
 * (2016).
 */
public final class Elu extends Activation {
  public static final LayerKind KIND =
      kind("elu(alpha=1)", a -> new Elu(a.number("alpha"))).example("elu(0.4)", 6);

  private final double alpha;

  /**
   * @param alpha the negative side tends to -alpha
   */
  public Elu(double alpha) {
    this.alpha = alpha;
  }

  /** The negative side tends to minus this. */
  public double alpha() {
    return alpha;
  }

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    INDArray negative = cache.bufferLike("negative part", x);
    Transforms.expm1(Transforms.min(negative.assign(x), 0, false), false).muli(alpha);
    Transforms.relu(y.assign(x), false).addi(negative);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    INDArray exponential = cache.bufferLike("exponential", x);
    Transforms.exp(Transforms.min(exponential.assign(x), 0, false), false).muli(alpha);
    Transforms.sign(Transforms.relu(dx.assign(x), false), false).muli(1 - alpha);
    dx.addi(exponential).muli(dy);
  }

  @Override
  public String toString() {
    return KIND.text(alpha);
  }
}
