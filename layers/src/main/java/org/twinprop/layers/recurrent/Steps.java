package org.twinprop.layers.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Shape;

/** Sequences, step by step: [T, N, D], so that a step of all examples is one matrix. */
final class Steps {
  private Steps() {}

  /**
   * @throws IllegalArgumentException if the input is no sequence, or one of no steps
   */
  static void require(Shape input) {
    if (input.rank() != 2) {
      throw new IllegalArgumentException(
          "got input %s, but needs sequences, steps x features: %s"
              .formatted(
                  input,
                  input.rank() == 1
                      ? "a row has no steps, so put it before laststep, or embedding before it"
                      : "an image has no steps, so take conv or dense layers instead"));
    }
    requireSteps(input.size(0));
  }

  /** Without a step there is no state to give, and no sum over steps to make. */
  static void requireSteps(long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "got sequences of " + steps + " steps, but needs at least 1");
    }
  }

  /** A copy of [N, T, D] as [T, N, D], in a buffer of this name. */
  static INDArray first(String name, INDArray batch, Cache cache) {
    requireSteps(batch.size(1));
    INDArray steps = cache.buffer(name, batch.size(1), batch.size(0), batch.size(2));
    return steps.assign(batch.permute(1, 0, 2));
  }

  /** A copy of [T, N, D] as [N, T, D], in a buffer of this name. */
  static INDArray last(String name, INDArray steps, Cache cache) {
    INDArray batch = cache.buffer(name, steps.size(1), steps.size(0), steps.size(2));
    return batch.assign(steps.permute(1, 0, 2));
  }

  /** One view [N, D] for each step of [T, N, D], made once for an array that comes again. */
  static INDArray[] each(String name, INDArray steps, Cache cache) {
    return cache.bound(name, steps, Steps::views);
  }

  /** The steps from {@code from} on, and before {@code to}, as rows of one matrix. */
  static INDArray rows(INDArray steps, long from, long to) {
    long n = steps.size(1);
    return steps
        .reshape('c', steps.size(0) * n, steps.size(2))
        .get(NDArrayIndex.interval(from * n, to * n), NDArrayIndex.all());
  }

  private static INDArray[] views(INDArray steps) {
    INDArray[] views = new INDArray[Math.toIntExact(steps.size(0))];
    for (int t = 0; t < views.length; t++) {
      views[t] = rows(steps, t, t + 1L);
    }
    return views;
  }
}
