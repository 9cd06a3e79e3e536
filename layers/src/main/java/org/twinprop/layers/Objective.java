package org.twinprop.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.primitives.Layout;

/**
 * What training minimises: the mean loss over all rows (examples, or examples and time steps), and
 * the price of large weights.
 *
 * <pre>
 * L = sum_r weight_r loss_r + l1 sum |W| + l2/2 sum W^2      over all weights, never biases;
 *       weight_r = 1 / R for R rows, unless examples are weighted or steps masked ({@link RowTargets})
 *
 * dL/dz_r = weight_r dloss_r/dz_r         dL/dW gains l1 sign(W) + l2 W
 * </pre>
 *
 * |W| has a kink at 0, where we take the subgradient 0.
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), sections 7.1.1 and 7.1.2.
 *
 * @param loss of one row
 * @param l1 the price of sum |W|, at least 0
 * @param l2 the price of half the sum of W^2, at least 0
 */
public record Objective(Loss loss, double l1, double l2) {
  /**
   * @throws IllegalArgumentException if a price is negative or not finite
   */
  public Objective {
    if (!(l1 >= 0 && l1 < Double.POSITIVE_INFINITY && l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "l1 and l2 must be numbers of at least 0, but are " + l1 + " and " + l2);
    }
  }

  double loss(INDArray z, RowTargets targets, Cache cache) {
    INDArray losses = loss.forward(Layout.rows(z), targets.y(), cache);
    return cache.primitives().dot(losses, targets.weights());
  }

  /** The loss of each example, the mean over its steps: [examples]. */
  double[] exampleLosses(INDArray z, RowTargets targets, Cache cache) {
    double[] rows = loss.forward(Layout.rows(z), targets.y(), cache).toDoubleVector();
    int examples = Math.toIntExact(z.size(0));
    int steps = rows.length / examples;
    double[] losses = new double[examples];
    for (int row = 0; row < rows.length; row++) {
      losses[row / steps] += rows[row] / steps;
    }
    return losses;
  }

  INDArray gradient(INDArray z, RowTargets targets, Cache cache) {
    INDArray dz = loss.backward(Layout.rows(z), targets.y(), cache);
    cache.primitives().scaleRows(dz, targets.weights());
    return z.rank() == 2 ? dz : dz.reshape('c', z.shape());
  }

  INDArray prediction(INDArray z, Cache cache) {
    INDArray p = loss.prediction(Layout.rows(z), cache);
    return z.rank() == 2 ? p : p.reshape('c', z.shape());
  }

  /** Whether large weights have a price. */
  public boolean penalises() {
    return l1 != 0 || l2 != 0;
  }

  double price(INDArray W) {
    double absolute = l1 == 0 ? 0 : l1 * W.norm1Number().doubleValue();
    double norm = l2 == 0 ? 0 : W.norm2Number().doubleValue();
    return absolute + l2 / 2 * norm * norm;
  }

  void addPriceGradient(INDArray W, INDArray dW, INDArray scratch) {
    if (l1 != 0) {
      dW.addi(Transforms.sign(scratch.assign(W), false).muli(l1));
    }
    if (l2 != 0) {
      dW.addi(scratch.assign(W).muli(l2));
    }
  }
}
