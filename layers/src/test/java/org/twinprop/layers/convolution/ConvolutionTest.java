package org.twinprop.layers.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;
import static org.twinprop.layers.RunningLayer.counting;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.RunningLayer;

/** Convolutions small enough to be done on paper; the image holds 1 to 9, row by row. */
class ConvolutionTest {
  private final INDArray image = counting(1, 1, 3, 3);

  @Test
  void kernelIsNotFlipped() {
    RunningLayer conv =
        RunningLayer.of("conv(1,2)", 1, 3, 3).with("W1", 1, 2, 3, 4).with("b1", 100);
    assertEntries(0, conv.forward(image), 137, 147, 167, 177);
  }

  @Test
  void backwardByHand() {
    RunningLayer conv = RunningLayer.of("conv(1,2)", 1, 3, 3).with("W1", 1, 2, 3, 4);
    conv.forward(image);
    INDArray dx = conv.backward(array(new long[] {1, 1, 2, 2}, 1, 0, 0, 10));
    assertEntries(0, conv.gradient("W1"), 51, 62, 84, 95);
    assertEntries(0, conv.gradient("b1"), 11);
    assertEntries(0, dx, 1, 2, 0, 3, 14, 20, 0, 30, 40);
  }

  @Test
  void strideAndPadding() {
    RunningLayer conv =
        RunningLayer.of("conv(1,3,stride=2,pad=1,bias=false)", 1, 3, 3)
            .with("W1", 1, 1, 1, 1, 1, 1, 1, 1, 1);
    INDArray y = conv.forward(image);
    assertArrayEquals(new long[] {1, 1, 2, 2}, y.shape());
    assertEntries(0, y, 12, 16, 24, 28);
  }

  @Test
  void dilation() {
    RunningLayer conv =
        RunningLayer.of("conv(1,2,dilation=2,bias=false)", 1, 3, 3).with("W1", 1, 2, 3, 4);
    assertEntries(0, conv.forward(image), 1 + 2 * 3 + 3 * 7 + 4 * 9);
  }

  @Test
  void kernelsThatAreNotSquare() {
    RunningLayer wide = RunningLayer.of("conv(1,1x3,bias=false)", 1, 3, 3).with("W1", 1, 2, 3);
    assertEntries(0, wide.forward(image), 14, 32, 50);
    RunningLayer high = RunningLayer.of("conv(1,3x1,bias=false)", 1, 3, 3).with("W1", 1, 2, 3);
    assertEntries(0, high.forward(image), 30, 36, 42);
  }

  @Test
  void channelsAreAddedUpAndKernelsKeptApart() {
    RunningLayer conv =
        RunningLayer.of("conv(2,1)", 2, 1, 2).with("W1", 1, 10, 100, 1000).with("b1", 0.5, 0.25);
    INDArray x = array(new long[] {2, 2, 1, 2}, 1, 2, 3, 4, 5, 6, 7, 8);
    assertEntries(0, conv.forward(x), 31.5, 42.5, 3100.25, 4200.25, 75.5, 86.5, 7500.25, 8600.25);
  }
}
