package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;

/** A check of a network that draws random numbers, and what it leaves behind. */
class FixedRandomnessTest {
  private final Network network =
      Network.of(
          "dense(6) tanh dropout(0.5) dense(3) | softmax-xent l2=0.01",
          Shape.of(4),
          DataType.DOUBLE,
          new Xavier(false),
          9);
  private final INDArray x = Nd4j.rand(DataType.DOUBLE, 5, 4);
  private final INDArray y =
      Nd4j.create(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 0}, {0.5, 0.5, 0}});

  @Test
  void dropoutDropsTheSameEntriesInEveryEvaluation() {
    network.step(17);
    double first = network.loss(x, y);
    assertEquals(first, network.loss(x, y));
    network.step(18);
    assertNotEquals(first, network.loss(x, y));
  }

  @Test
  void networkWithDropoutPasses() {
    for (long step = 0; step < 3; step++) {
      network.step(step);
      GradientReport report = NetworkCheck.check(network, x, y, GradientCheck.ofSample(10, step));
      assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
      assertEquals(Verdict.OK, report.worst().verdict());
    }
  }

  @Test
  void checkChangesNothing() {
    network.step(3);
    INDArray parameters = network.parameterVector().dup();
    INDArray batch = x.dup();
    NetworkCheck.check(network, x, y, GradientCheck.ofAllEntries());
    assertIdentical(parameters, network.parameterVector());
    assertIdentical(batch, x);
    assertEquals(3, network.step());
    assertEquals(false, network.wantsInputGradient());
  }

  @Test
  void float32NetworkIsRefused() {
    try (Network single = network.as(DataType.FLOAT)) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> NetworkCheck.check(single, x, y, GradientCheck.ofAllEntries()));
      assertTrue(e.getMessage().startsWith("a gradient check needs float64, but W1 is FLOAT"));
      assertTrue(e.getMessage().contains("network.as(DataType.DOUBLE)"));
    }
  }
}
