package org.twinprop.experiments.bench;

import org.twinprop.experiments.bench.work.WorkExamples;

/**
 * A network to train.
 *
 * @param name as the command line calls it
 * @param network as a network text
 * @param data what it learns from: digits of 28x28, or rents
 * @param steps in a turn
 */
public record Workload(String name, String network, String data, int steps) {
  /** The convolutional network of {@code run checks}. */
  public static final Workload LENET =
      new Workload(
          "lenet",
          "conv(20,5) relu maxpool(2) conv(50,5) relu maxpool(2) flatten dense(500) relu dense(10)"
              + " | softmax-xent",
          WorkExamples.DIGITS,
          20);

  /** A network of two dense layers. */
  public static final Workload MLP =
      new Workload(
          "mlp", "flatten dense(256) relu dense(10) | softmax-xent", WorkExamples.DIGITS, 200);

  /** The network of {@code run rents}. */
  public static final Workload RENTS =
      new Workload(
          "rents", "dense(64) relu dense(32) relu dense(1) | mse", WorkExamples.RENTS, 400);

  /** The straight line that it has to beat, as a network. */
  public static final Workload LINE =
      new Workload("line", "dense(1) | mse", WorkExamples.RENTS, 400);
}
