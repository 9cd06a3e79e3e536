package org.twinprop.layers.shaping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.RunningLayer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

class ResidualTest {
  private static final INDArray X = array(new long[] {1, 2}, 3, -4);

  @Test
  void inputIsAddedAndItsGradientComesBothWays() {
    RunningLayer layer = RunningLayer.of("residual(dense(2) relu)", 2).with("W1", 1, 0, 0, 1);
    // x + relu(x)
    assertEntries(0, layer.forward(X), 6, -4);
    assertEntries(0, layer.backward(array(new long[] {1, 2}, 10, 20)), 20, 20);
    assertEntries(0, layer.gradient("W1"), 30, 0, -40, 0);
  }

  /** Residual is layer 2, what is inside it 3 and 4, what follows 5. */
  @Test
  void layersAreCountedAsTheTextShowsThem() {
    String text = "relu residual(identity dropout(0.5)) dropout(0.5) | mse";
    try (Network network = new Network(NetworkText.parse(text), Shape.of(2), DataType.DOUBLE, 1)) {
      network.cacheOfLayer(4).mask(array(new long[] {1, 2}, 0, 2));
      network.cacheOfLayer(5).mask(array(new long[] {1, 2}, 2, 2));
      INDArray x = array(new long[] {1, 2}, 3, 4);
      assertEntries(0, network.forward(x, true), 2 * (3 + 0), 2 * (4 + 2 * 4));
    }
  }

  @Test
  void layersWithParametersAreCountedInside() {
    String text = "dense(2) residual(dense(2) residual(batchnorm)) dense(1) | mse";
    try (Network network = new Network(NetworkText.parse(text), Shape.of(2), DataType.DOUBLE, 1)) {
      assertEquals(
          Set.of("W1", "b1", "W2", "b2", "gamma3", "beta3", "W4", "b4"),
          network.parameters().keySet());
      assertEquals("layer 2, residual(dense(2) residual(batchnorm))", network.layerOf("gamma3"));
      assertEquals("layer 3, dense(1)", network.layerOf("W4"));
    }
  }
}
