package org.twinprop.layers.activation;

import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.RunningLayer;

class ActivationsTest {
  private static final double HUGE = 1000;

  private static INDArray row(double... entries) {
    return array(new long[] {1, entries.length}, entries);
  }

  @Test
  void relu() {
    RunningLayer relu = RunningLayer.of("relu", 4);
    assertEntries(0, relu.forward(row(-3, 0, 0.5, 7)), 0, 0, 0.5, 7);
    assertEntries(0, relu.backward(row(2, 3, 4, -5)), 0, 0, 4, -5);
  }

  @Test
  void sigmoid() {
    RunningLayer sigmoid = RunningLayer.of("sigmoid", 5);
    INDArray y = sigmoid.forward(row(0, Math.log(3), -Math.log(3), HUGE, -HUGE));
    assertEntries(1e-15, y, 0.5, 0.75, 0.25, 1, 0);
    INDArray dx = sigmoid.backward(row(4, 16, 16, 1, 1));
    assertEntries(1e-14, dx, 1, 3, 3, 0, 0);
  }

  @Test
  void tanh() {
    RunningLayer tanh = RunningLayer.of("tanh", 5);
    INDArray y = tanh.forward(row(0, Math.log(2), -Math.log(3), HUGE, -HUGE));
    assertEntries(1e-15, y, 0, 0.6, -0.8, 1, -1);
    assertEntries(1e-14, tanh.backward(row(2, 100, 100, 1, 1)), 2, 64, 36, 0, 0);
  }

  @Test
  void softmax() {
    RunningLayer softmax = RunningLayer.of("softmax", 3);
    INDArray y = softmax.forward(row(0, Math.log(2), Math.log(3)));
    assertEntries(1e-15, y, 1.0 / 6, 1.0 / 3, 0.5);
    // y_i (dy_i - sum_k dy_k y_k) with the sum 6/6 + 3/3 + 4/2 = 4
    assertEntries(1e-14, softmax.backward(row(6, 3, 4)), 2.0 / 6, -1.0 / 3, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void softmaxOfHugeLogitsIsFinite(DataType type) {
    RunningLayer softmax = RunningLayer.of("softmax", type, 3);
    INDArray x =
        array(new long[] {3, 3}, 1000, 1000, -1000, -1e30, -1e30, 1e30, 3e38, -3e38, -3e38);
    assertEntries(1e-7, softmax.forward(x.castTo(type)), 0.5, 0.5, 0, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void softmaxOfASequenceTakesEachStepByItself() {
    RunningLayer softmax = RunningLayer.of("softmax", 2, 2);
    INDArray x = array(new long[] {1, 2, 2}, 0, Math.log(3), Math.log(4), 0);
    assertEntries(1e-15, softmax.forward(x), 0.25, 0.75, 0.8, 0.2);
  }
}
