package org.twinprop.layers.regularization;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Dropout: in training every entry is dropped with probability r; what stays is scaled up, so that
 * the expectation is the input and nothing needs to change when the network is used.
 *
 * <pre>
 * forward   y = m x,   m = 0 with probability r, else 1 / (1 - r)         (training)
 *           y = x                                                        (use)
 * backward  m does not depend on x:   dx = m dy
 * </pre>
 *
 * <p>Source: Srivastava and others, Dropout (2014), section 10 (scaling in training).
 *
 * @param rate the share dropped, at least 0 and below 1
 */
public record Dropout(double rate) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("dropout(rate)", a -> new Dropout(a.number("rate", 0, 1)))
          .example("dropout(0.5)", 6)
          .example("dropout(0)", 3)
          .example("dropout(0.2)", 2, 3, 4)
          .example("dense(4) dropout(0.3) dense(2)", 5)
          .example("dropout(0.9)", 4, 3);

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray mask = cache.training() ? mask(x, cache) : null;
    cache.keep("mask", mask);
    if (mask == null) {
      return x;
    }
    INDArray y = cache.bufferLike("y", x);
    Layout.inMemoryOrder(x).muli(Layout.inMemoryOrder(mask), Layout.inMemoryOrder(y));
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray mask = cache.kept("mask");
    if (mask == null || !cache.needsInputGradient()) {
      return dy;
    }
    INDArray dx = cache.bufferLike("dx", mask);
    dx.assign(dy);
    Layout.inMemoryOrder(dx).muli(Layout.inMemoryOrder(mask));
    return dx;
  }

  private INDArray mask(INDArray x, Cache cache) {
    INDArray mask = cache.bufferLike("m", x);
    if (cache.mask() != null) {
      mask.assign(cache.mask());
      return mask;
    }
    try (INDArray drawn = draw(x, cache.random())) {
      mask.assign(drawn);
    }
    return mask;
  }

  private INDArray draw(INDArray x, SplittableRandom random) {
    double[] entries = new double[Math.toIntExact(x.length())];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
    }
    return Nd4j.create(entries, x.shape(), x.dataType());
  }

  @Override
  public String toString() {
    return KIND.text(rate);
  }
}
