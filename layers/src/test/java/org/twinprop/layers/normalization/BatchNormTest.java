package org.twinprop.layers.normalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.RunningLayer.array;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

class BatchNormTest {
  /** Means are 3 and 13, variances 4 and 9. */
  private static final INDArray X = array(new long[] {2, 2}, 1, 10, 5, 16);

  private static Network network(String text, long... input) {
    return new Network(NetworkText.parse(text + " | mse"), Shape.of(input), DataType.DOUBLE, 1);
  }

  @Test
  void inTrainingTheBatchGivesMeanAndVariance() {
    try (Network network = network("batchnorm(eps=0.25, momentum=0.75)", 2)) {
      network.parameters().get("gamma1").assign(Nd4j.create(new double[] {2, 1}));
      network.parameters().get("beta1").assign(Nd4j.create(new double[] {-1, 3}));
      // means 3 and 13, variances 4 and 9
      double n1 = 2 / Math.sqrt(4.25);
      double n2 = 3 / Math.sqrt(9.25);
      assertEntries(1e-15, network.forward(X, true), -2 * n1 - 1, -n2 + 3, 2 * n1 - 1, n2 + 3);
    }
  }

  @Test
  void runningStatisticsFollowTheBatches() {
    try (Network network = network("batchnorm(momentum=0.75)", 2)) {
      assertEntries(0, network.states().get("mean1"), 0, 0);
      assertEntries(0, network.states().get("variance1"), 1, 1);
      network.forward(X, true);
      assertEntries(1e-15, network.states().get("mean1"), 0.25 * 3, 0.25 * 13);
      // the variance of the batch itself, undivided by m - 1: 4 and 9
      assertEntries(1e-15, network.states().get("variance1"), 1.75, 3);
      network.forward(X, true);
      assertEntries(1e-15, network.states().get("mean1"), 0.4375 * 3, 0.4375 * 13);
      assertEntries(1e-15, network.states().get("variance1"), 0.75 * 1.75 + 1, 0.75 * 3 + 2.25);
    }
  }

  @Test
  void imagesHaveOneMeanAChannel() {
    try (Network network = network("batchnorm(momentum=0) flatten", 2, 1, 2)) {
      network.forward(array(new long[] {2, 2, 1, 2}, 1, 2, 10, 20, 3, 6, 30, 60), true);
      assertEntries(1e-14, network.states().get("mean1"), 3, 30);
      // squares of -2, -1, 0, 3 and ten times those
      assertEntries(1e-12, network.states().get("variance1"), 3.5, 350);
    }
  }

  @Test
  void inUseTheRunningStatisticsServe() {
    try (Network network = network("batchnorm(eps=0.75)", 2)) {
      network.states().get("mean1").assign(Nd4j.create(new double[] {1, 6}));
      network.states().get("variance1").assign(Nd4j.create(new double[] {3.25, 15.25}));
      INDArray mean = network.states().get("mean1").dup();
      assertEntries(1e-15, network.predict(X), 0, 1, 2, 2.5);
      assertIdentical(mean, network.states().get("mean1"));
      // a batch of one has no variance of its own and needs none
      assertEntries(1e-15, network.predict(array(new long[] {1, 2}, 5, 6)), 2, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "batchnorm, 3, 1",
    "dense(4) batchnorm, 3, 2",
    "batchnorm, 1x2, 1",
    "batchnorm flatten, 2x1x1, 1"
  })
  void batchOfOneCannotBeTrained(String text, String input, int layer) {
    Shape shape = Shape.parse(input);
    try (Network network =
        new Network(NetworkText.parse(text + " | mse"), shape, DataType.DOUBLE, 1)) {
      INDArray x = Nd4j.ones(DataType.DOUBLE, shape.ofBatch(1));
      Exception e = assertThrows(IllegalArgumentException.class, () -> network.forward(x, true));
      assertEquals(
          "layer %d, batchnorm: got a batch with 1 number a feature, but in training it needs at least 2: take a larger batch"
              .formatted(layer),
          e.getMessage());
    }
  }
}
