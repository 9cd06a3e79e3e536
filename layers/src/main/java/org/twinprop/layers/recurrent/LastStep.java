package org.twinprop.layers.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.LayerKind;

/**
 * The last step of every sequence: what a recurrent layer knows in the end.
 *
 * <pre>
 * forward   y_nj = x_n(T-1)j             x [N, T, D]  y [N, D]
 * backward  dx_n(T-1)j = dy_nj, and 0 at every other step
 * </pre>
 */
public record LastStep() implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("laststep", a -> new LastStep())
          .example("laststep", 4, 3)
          .example("laststep", 1, 1)
          .example("laststep", 2, 5)
          .example("dense(3) laststep dense(2)", 3, 2)
          .example("laststep", 7, 1);

  @Override
  public Shape output(Shape input) {
    Steps.require(input);
    return Shape.of(input.size(1));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    Steps.requireSteps(x.size(1));
    cache.keep("x", x);
    return cache.buffer("y", x.size(0), x.size(2)).assign(last(x));
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray dx =
        cache.buffer("dx", cache.kept("x").shape()); // all other steps are 0 from the start
    last(dx).assign(dy);
    return dx;
  }

  private static INDArray last(INDArray batch) {
    return batch.get(NDArrayIndex.all(), NDArrayIndex.point(batch.size(1) - 1), NDArrayIndex.all());
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
