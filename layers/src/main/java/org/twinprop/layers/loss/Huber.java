package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.Kind;

/**
 * Huber's loss: squared for small errors, absolute for large ones, so that outliers pull less.
 *
 * <pre>
 * With e = z_d - y_d, the share of an output is  e^2 / 2                  where |e| &lt;= delta,
 *                                                delta (|e| - delta / 2)  else,
 * which with c = e clipped to -delta..delta is   c (e - c / 2)   in both cases.
 * loss = 1/D sum_d of these
 *
 * backward  Where |e| &lt;= delta, c = e and the derivative is e; else c is constant and it is c.
 *           So dloss/dz_d = c / D, which has no jump.
 * </pre>
 *
 * <p>Source: Huber, Robust Estimation of a Location Parameter (1964).
 *
 * @param delta the error from which on the loss is linear, above 0
 */
public record Huber(double delta) implements Loss {
  public static final Kind<Loss> KIND =
      Kind.of("huber(delta=1)", a -> new Huber(a.number("delta")));

  public Huber {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("huber: delta=" + delta + ", but it must be above 0");
    }
  }

  @Override
  public INDArray forward(INDArray z, INDArray y, Cache cache) {
    INDArray e = cache.buffer("e", z.shape());
    INDArray c = clipped(e.assign(z).subi(y), cache);
    INDArray half = cache.buffer("c / 2", z.shape());
    e.subi(half.assign(c).muli(0.5)).muli(c);
    INDArray losses = cache.buffer("losses", z.size(0));
    e.sum(losses, 1);
    return losses.divi(z.size(1));
  }

  @Override
  public INDArray backward(INDArray z, INDArray y, Cache cache) {
    INDArray e = cache.buffer("e", z.shape());
    return clipped(e.assign(z).subi(y), cache).divi(z.size(1));
  }

  @Override
  public String name() {
    return KIND.name();
  }

  @Override
  public Targets targets() {
    return Targets.NUMBERS;
  }

  private INDArray clipped(INDArray e, Cache cache) {
    INDArray c = cache.buffer("c", e.shape());
    return Transforms.min(Transforms.max(c.assign(e), -delta, false), delta, false);
  }

  @Override
  public String toString() {
    return KIND.text(delta);
  }
}
