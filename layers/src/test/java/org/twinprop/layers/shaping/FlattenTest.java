package org.twinprop.layers.shaping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.RunningLayer.counting;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.RunningLayer;

class FlattenTest {
  @Test
  void orderIsChannelRowColumn() {
    RunningLayer flatten = RunningLayer.of("flatten", 2, 2, 2);
    INDArray x = counting(2, 2, 2, 2);
    INDArray y = flatten.forward(x);
    assertArrayEquals(new long[] {2, 8}, y.shape());
    assertEntries(0, y, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    assertIdentical(x, flatten.backward(counting(2, 8)));
  }

  /** A convolution leaves its images channel by channel in memory; flatten must not see that. */
  @Test
  void orderInMemoryDoesNotMatter() {
    RunningLayer both = RunningLayer.of("conv(2,1,bias=false) flatten", 1, 1, 2).with("W1", 1, 10);
    INDArray y = both.forward(counting(3, 1, 1, 2));
    assertEntries(0, y, 1, 2, 10, 20, 3, 4, 30, 40, 5, 6, 50, 60);
  }
}
