package org.twinprop.experiments.bench;

/**
 * Something to measure.
 *
 * @param name as the command line calls it
 * @param network as a network text, for digits of 28x28
 */
public record Workload(String name, String network) {
  /** The convolutional network of {@code run checks}. */
  public static final Workload LENET =
      new Workload(
          "lenet",
          "conv(20,5) relu maxpool(2) conv(50,5) relu maxpool(2) flatten dense(500) relu dense(10)"
              + " | softmax-xent");

  /** A network of two dense layers. */
  public static final Workload MLP =
      new Workload("mlp", "flatten dense(256) relu dense(10) | softmax-xent");
}
