package org.twinprop.layers.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;

/**
 * How wrong one row of outputs is, and the derivative of that by the row. A row is an example, or a
 * time step of one. Means over rows, weights and regularisation are the {@code Objective}'s.
 */
public interface Loss {
  /**
   * The loss of every row.
   *
   * @param z the network's output, [rows, outputs]; to be read only
   * @param y the targets, [rows, outputs]; to be read only
   * @param cache keeps what {@link #backward} needs
   * @return [rows]
   */
  INDArray forward(INDArray z, INDArray y, Cache cache);

  /**
   * The derivative of each row's own loss by that row of z.
   *
   * @return [rows, outputs], a buffer of the cache that the caller may change
   */
  INDArray backward(INDArray z, INDArray y, Cache cache);

  /**
   * What the network predicts, given its output: probabilities for a loss on logits, else the
   * output itself.
   *
   * @param z [rows, outputs]
   */
  default INDArray prediction(INDArray z, Cache cache) {
    return z;
  }

  /** As the network text writes it. */
  String name();

  /** What the targets must be. */
  Targets targets();

  /** Whether targets are classes, so that accuracy means something. */
  default boolean classifies() {
    return targets() == Targets.CLASSES;
  }
}
