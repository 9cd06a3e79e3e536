package org.twinprop.layers;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.Targets;
import org.twinprop.layers.primitives.Layout;

/**
 * The targets of a batch as a loss takes them: a row for every row of outputs, and how much each
 * row weighs.
 *
 * <pre>
 * weight of step t of example n:   w_n m_nt / (N T_n),     T_n = sum_t m_nt
 * </pre>
 *
 * w are the examples' weights and m the mask of their steps, each 1 where not given: so the loss is
 * the mean over examples, and within one the mean over its steps that are not masked. An example
 * whose every step is masked weighs nothing.
 *
 * @param y [rows, outputs]
 * @param weights [rows]
 */
record RowTargets(INDArray y, INDArray weights) {
  /**
   * @param loss says what targets can be
   * @param z the network's output, [N, outputs] or [N, T, outputs]
   * @param y shaped as z; or, for classes, class numbers shaped as z without its last size
   * @param exampleWeights [N], each at least 0; null for 1
   * @param mask [N, T], entries 0 or 1; null for 1
   * @throws IllegalArgumentException naming what does not fit
   */
  static RowTargets of(
      Loss loss, INDArray z, INDArray y, INDArray exampleWeights, INDArray mask, Cache cache) {
    INDArray rows = Layout.rows(z);
    INDArray targets = cache.buffer("targets", rows.shape());
    if (isClassNumbers(loss, z, y)) {
      oneHot(loss, y, targets);
    } else {
      requireShape(z, y);
      cache.primitives().copy(Layout.rows(y), targets);
      loss.targets().require(targets, loss.name());
    }
    return new RowTargets(targets, weights(z, rows.size(0), exampleWeights, mask, cache));
  }

  /** Where all count alike, an array that stays as it is from step to step. */
  private static INDArray weights(
      INDArray z, long rows, INDArray exampleWeights, INDArray mask, Cache cache) {
    if (exampleWeights == null && mask == null) {
      INDArray even = cache.buffer("even row weights", rows);
      return even.getDouble(0) == 0 ? even.assign(1.0 / rows) : even;
    }
    INDArray weights = cache.buffer("row weights", rows);
    weigh(z, exampleWeights, mask, weights);
    return weights;
  }

  private static boolean isClassNumbers(Loss loss, INDArray z, INDArray y) {
    long[] places = Arrays.copyOf(z.shape(), z.rank() - 1);
    return loss.targets() == Targets.CLASSES && Arrays.equals(y.shape(), places);
  }

  private static void requireShape(INDArray z, INDArray y) {
    if (!Arrays.equals(y.shape(), z.shape())) {
      throw new IllegalArgumentException(
          "the network gives %s for this batch, but the targets are %s"
              .formatted(Arrays.toString(z.shape()), Arrays.toString(y.shape())));
    }
  }

  private static void oneHot(Loss loss, INDArray y, INDArray targets) {
    double[] numbers = y.dup('c').data().asDouble();
    int classes = Math.toIntExact(targets.size(1));
    double[] ones = new double[numbers.length * classes];
    for (int row = 0; row < numbers.length; row++) {
      int number = (int) numbers[row];
      if (number != numbers[row] || number < 0 || number >= classes) {
        throw new IllegalArgumentException(
            "%s: the target of row %d is %s, but classes are whole numbers from 0 to %d"
                .formatted(loss.name(), row, numbers[row], classes - 1));
      }
      ones[row * classes + number] = 1;
    }
    try (INDArray oneHot = Nd4j.create(ones, targets.shape(), targets.dataType())) {
      targets.assign(oneHot);
    }
  }

  private static void weigh(INDArray z, INDArray exampleWeights, INDArray mask, INDArray weights) {
    int examples = Math.toIntExact(z.size(0));
    int steps = z.rank() == 3 ? Math.toIntExact(z.size(1)) : 1;
    require("the weights of the examples", exampleWeights, examples);
    requireSteps(z, mask);
    require("the mask of the steps", mask, examples, steps);
    for (int n = 0; n < examples; n++) {
      double weight = exampleWeights == null ? 1 : exampleWeights.getDouble(n);
      double seen = mask == null ? steps : sum(mask, n, steps);
      for (int t = 0; t < steps; t++) {
        double here = mask == null ? 1 : mask.getDouble(n, t);
        double share = seen == 0 ? 0 : weight * here / (examples * seen);
        weights.putScalar((long) n * steps + t, share);
      }
    }
  }

  private static void requireSteps(INDArray z, INDArray mask) {
    if (mask != null && z.rank() == 2 && mask.rank() == 2 && mask.size(1) > 1) {
      throw new IllegalArgumentException(
          ("the mask of the steps is %s, but the network's output %s has no steps, as after"
                  + " laststep: leave the mask out, or laststep")
              .formatted(Arrays.toString(mask.shape()), Arrays.toString(z.shape())));
    }
  }

  private static void require(String what, INDArray factors, long... shape) {
    if (factors == null) {
      return;
    }
    if (!Arrays.equals(factors.shape(), shape)) {
      throw new IllegalArgumentException(
          "%s must be %s for this batch, but got %s"
              .formatted(what, Arrays.toString(shape), Arrays.toString(factors.shape())));
    }
    for (double factor : factors.dup('c').data().asDouble()) {
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            what + " must be numbers of at least 0, but one is " + factor);
      }
    }
  }

  private static double sum(INDArray mask, int n, int steps) {
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      sum += mask.getDouble(n, t);
    }
    return sum;
  }
}
