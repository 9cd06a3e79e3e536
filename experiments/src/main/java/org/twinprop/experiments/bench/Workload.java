package org.twinprop.experiments.bench;

import org.twinprop.experiments.bench.work.WorkExamples;
import org.twinprop.layers.text.WellKnownNetworks;

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
      new Workload("lenet", WellKnownNetworks.LENET, WorkExamples.DIGITS, 20);

  /** A network of two dense layers. */
  public static final Workload MLP =
      new Workload("mlp", WellKnownNetworks.MLP, WorkExamples.DIGITS, 200);

  /** The network of {@code run rents}. */
  public static final Workload RENTS =
      new Workload(
          "rents", "dense(64) relu dense(32) relu dense(1) | mse", WorkExamples.RENTS, 400);

  /** The straight line that it has to beat, as a network. */
  public static final Workload LINE =
      new Workload("line", "dense(1) | mse", WorkExamples.RENTS, 400);
}
