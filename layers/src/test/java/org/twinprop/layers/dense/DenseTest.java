package org.twinprop.layers.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.RunningLayer;

class DenseTest {
  private final RunningLayer dense =
      RunningLayer.of("dense(3)", 2).with("W1", 1, 0, -1, 2, 1, 0).with("b1", 0.5, -1, 0);
  private final INDArray x = array(new long[] {2, 2}, 1, 2, 3, 4);

  @Test
  void forwardByHand() {
    assertEntries(0, dense.forward(x), 5.5, 1, -1, 11.5, 3, -3);
  }

  @Test
  void backwardByHand() {
    dense.forward(x);
    INDArray dx = dense.backward(array(new long[] {2, 3}, 1, 0, 2, 0, 1, -1));
    assertEntries(0, dense.gradient("W1"), 1, 3, -1, 2, 4, 0);
    assertEntries(0, dense.gradient("b1"), 1, 1, 1);
    assertEntries(0, dx, -1, 2, 1, 1);
  }

  @Test
  void everyStepOfASequenceIsOneRow() {
    RunningLayer steps =
        RunningLayer.of("dense(3)", 2, 2).with("W1", 1, 0, -1, 2, 1, 0).with("b1", 0.5, -1, 0);
    INDArray y = steps.forward(array(new long[] {1, 2, 2}, 1, 2, 3, 4));
    assertArrayEquals(new long[] {1, 2, 3}, y.shape());
    assertEntries(0, y, 5.5, 1, -1, 11.5, 3, -3);
    INDArray dx = steps.backward(array(new long[] {1, 2, 3}, 1, 0, 2, 0, 1, -1));
    assertEntries(0, steps.gradient("W1"), 1, 3, -1, 2, 4, 0);
    assertEntries(0, dx, -1, 2, 1, 1);
  }

  @Test
  void withoutBiasNothingIsAdded() {
    RunningLayer plain = RunningLayer.of("dense(3, bias=false)", 2).with("W1", 1, 0, -1, 2, 1, 0);
    assertEntries(0, plain.forward(x), 5, 2, -1, 11, 4, -3);
  }
}
