package org.twinprop.layers.regularization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.ArrayAssertions.entries;
import static org.twinprop.layers.RunningLayer.array;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.RunningLayer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

class DropoutTest {
  private static final int N = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void dropsTheRateAndScalesTheRest(double rate) {
    RunningLayer dropout = RunningLayer.of("dropout(" + rate + ")", N);
    double[] y = entries(dropout.forward(Nd4j.ones(DataType.DOUBLE, 1, N)));
    long dropped = Arrays.stream(y).filter(v -> v == 0).count();
    double deviation = Math.sqrt(N * rate * (1 - rate));
    assertEquals(N * rate, dropped, 4 * deviation);
    assertTrue(Arrays.stream(y).allMatch(v -> v == 0 || v == 1 / (1 - rate)));
    double mean = Arrays.stream(y).average().orElseThrow();
    assertEquals(1, mean, 4 * deviation / N / (1 - rate));
  }

  @Test
  void backwardUsesTheMaskOfTheForwardPass() {
    RunningLayer dropout = RunningLayer.of("dropout(0.5)", 3, 4, 5);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, 2, 3, 4, 5);
    INDArray mask = dropout.forward(ones).dup();
    INDArray dy = new RandomArrays(1).gaussian(2, 3, 4, 5);
    assertIdentical(mask.mul(dy), dropout.backward(dy));
  }

  @Test
  void givenMaskIsUsed() {
    RunningLayer dropout = RunningLayer.of("dropout(0.5)", 3);
    dropout.cache(1).mask(array(new long[] {1, 3}, 2, 0, 2));
    assertEntries(0, dropout.forward(array(new long[] {1, 3}, 1, 2, 3)), 2, 0, 6);
    assertEntries(0, dropout.backward(array(new long[] {1, 3}, 5, 6, 7)), 10, 0, 14);
  }

  @Test
  void inUseNothingIsDropped() {
    RunningLayer dropout = RunningLayer.of("dropout(0.9)", 50);
    dropout.pass().training(false);
    INDArray x = new RandomArrays(2).gaussian(2, 50);
    assertIdentical(x, dropout.forward(x));
    assertIdentical(x, dropout.backward(x));
  }

  /** The mask, as ones and zeros, of a layer in a network of three dropouts. */
  private static double[] mask(long seed, long step, int layer) {
    String text = "dropout(0.5) dropout(0.5) dropout(0.5) | mse";
    try (Network network =
        new Network(NetworkText.parse(text), Shape.of(400), DataType.DOUBLE, seed)) {
      network.step(step);
      network.forward(Nd4j.ones(DataType.DOUBLE, 1, 400), true);
      INDArray m = network.cacheOfLayer(layer).kept("mask");
      return Arrays.stream(entries(m)).map(Math::signum).toArray();
    }
  }

  @Test
  void maskFollowsFromSeedStepAndLayer() {
    double[] mask = mask(7, 3, 2);
    assertArrayEquals(mask, mask(7, 3, 2));
    for (double[] other : new double[][] {mask(8, 3, 2), mask(7, 4, 2), mask(7, 3, 1)}) {
      assertUnrelated(mask, other);
    }
  }

  /** Neighbouring seeds, steps and layers draw masks that agree by chance only, shifted or not. */
  private static void assertUnrelated(double[] one, double[] other) {
    for (int shift = -2; shift <= 2; shift++) {
      int equal = 0;
      for (int i = 2; i < one.length - 2; i++) {
        equal += one[i] == other[i + shift] ? 1 : 0;
      }
      double half = (one.length - 4) / 2.0;
      assertEquals(half, equal, 4.5 * Math.sqrt(half / 2), "shifted by " + shift);
    }
    assertFalse(Arrays.equals(one, other));
  }
}
