package org.twinprop.trainer.twin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.loss.SquaredHinge;

/**
 * Weights of examples and a mask of steps, as DL4J takes both: a label mask, by which it multiplies
 * each row's loss and gradient, before it divides the sum by the number N of examples.
 *
 * <pre>
 * of example n:             w_n
 * of step t of example n:   w_n m_nt T / T_n,     T_n = sum_t m_nt;  0 where T_n is
 * </pre>
 *
 * The factor T is there because the twin's loss of a step is already divided by it.
 *
 * <p>DL4J means masks of 0 and 1, which squaring does not change, and so multiplies by them more
 * than once: where there is a single output or a single row, it takes the mask for one of each
 * output, which reaches the gradient once more; and its squared hinge masks before it squares.
 *
 * @param factors [examples, steps], 1 step where there are none; null where every row counts alike
 * @param timesInLoss how often DL4J multiplies the loss by them
 * @param timesInGradient how often DL4J multiplies the gradient by them
 */
record LabelMask(INDArray factors, int timesInLoss, int timesInGradient) {
  /** Every row counts alike. */
  static final LabelMask NONE = new LabelMask(null, 1, 1);

  private static final List<String> TIMES = List.of("never", "once", "twice", "three times");

  /**
   * @param output the shape of one example's output
   * @param examples their number
   * @param weights [examples]; null for 1
   * @param mask [examples, steps]; null for 1
   * @throws IllegalArgumentException if a shape does not fit, or DL4J's loss takes no such mask
   */
  static LabelMask of(
      Loss loss, Shape output, long examples, INDArray weights, INDArray mask, DataType type) {
    long steps = output.rank() == 2 ? output.size(0) : 1;
    require("the weights of the examples", weights, examples);
    require("the mask of the steps", mask, examples, steps);
    INDArray factors = factors(examples, steps, weights, mask, type);
    double[] all = Comparison.entries(factors);
    if (Arrays.stream(all).allMatch(factor -> factor == 1)) {
      return NONE;
    }
    boolean single = all.length == 1 || output.size(output.rank() - 1) == 1;
    if (single && loss instanceof SoftmaxCrossEntropy) {
      throw new IllegalArgumentException(
          "DL4J's softmax-xent takes no mask for a single row or a single class: compare a batch of"
              + " at least 2 examples and 2 classes, or leave weights and mask out");
    }
    if (Arrays.stream(all).allMatch(factor -> factor == 0 || factor == 1)) {
      return new LabelMask(factors, 1, 1);
    }
    int squared = loss instanceof SquaredHinge ? 1 : 0;
    return new LabelMask(factors, 1 + squared, 1 + squared + (single ? 1 : 0));
  }

  /**
   * Why weights of examples count otherwise in DL4J's training under this loss; empty if they do
   * not, in batches of two examples or more.
   */
  static Optional<String> whyNotWeighted(Loss loss, Shape output) {
    boolean single = output.size(output.rank() - 1) == 1;
    int squared = loss instanceof SquaredHinge ? 1 : 0;
    if (single && loss instanceof SoftmaxCrossEntropy) {
      return Optional.of("DL4J's softmax-xent takes no weights of examples for a single class");
    }
    return new LabelMask(null, 1 + squared, 1 + squared + (single ? 1 : 0)).difference();
  }

  /** What makes DL4J's loss the one under {@link #factors}; null for no mask. */
  INDArray ofLoss() {
    return root(timesInLoss);
  }

  /** What makes DL4J's gradient the one under {@link #factors}; null for no mask. */
  INDArray ofGradient() {
    return root(timesInGradient);
  }

  private INDArray root(int times) {
    return times == 1 ? factors : Transforms.pow(factors, 1.0 / times, true);
  }

  /** What of DL4J's masked training is not the textbook's, in words. */
  Optional<String> difference() {
    return timesInLoss == 1 && timesInGradient == 1
        ? Optional.empty()
        : Optional.of(
            ("DL4J multiplies this loss by the label mask %s and its gradient %s (squared hinge"
                    + " squares the mask too, and that of a single output or a single row reaches"
                    + " the gradient once more), so in its training weights other than 0 and 1"
                    + " count otherwise: it is compared under roots of the mask that make it once")
                .formatted(TIMES.get(timesInLoss), TIMES.get(timesInGradient)));
  }

  private static INDArray factors(
      long examples, long steps, INDArray weights, INDArray mask, DataType type) {
    INDArray factors = Nd4j.ones(type, examples, steps);
    if (mask != null) {
      factors.assign(mask.castTo(type));
      INDArray seen = factors.sum(true, 1);
      seen.addi(seen.eq(0).castTo(type)); // of nothing but zeros, whose share remains 0
      factors.divi(seen).muli(steps);
    }
    return weights == null ? factors : factors.muli(weights.castTo(type).reshape(examples, 1));
  }

  private static void require(String what, INDArray given, long... shape) {
    if (given != null && !Arrays.equals(given.shape(), shape)) {
      throw new IllegalArgumentException(
          "%s must be %s for this batch, but got %s"
              .formatted(what, Arrays.toString(shape), Arrays.toString(given.shape())));
    }
  }
}
