package org.twinprop.layers.pooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.RunningLayer.array;
import static org.twinprop.layers.RunningLayer.counting;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.RunningLayer;
import org.twinprop.layers.convolution.Geometry;

class MaxPoolingTest {
  @Test
  void windowsSideBySide() {
    RunningLayer pool = RunningLayer.of("maxpool(2)", 1, 2, 4);
    INDArray x = array(new long[] {1, 1, 2, 4}, 1, 5, 2, 0, 3, 4, -1, 7);
    assertEntries(0, pool.forward(x), 5, 7);
    INDArray dx = pool.backward(array(new long[] {1, 1, 1, 2}, 10, 20));
    assertEntries(0, dx, 0, 10, 0, 0, 0, 0, 0, 20);
  }

  @Test
  void paddingNeverWinsAndOverlappingWindowsAddUp() {
    RunningLayer pool = RunningLayer.of("maxpool(2,stride=1,pad=1)", 1, 2, 2);
    INDArray y = pool.forward(array(new long[] {1, 1, 2, 2}, -1, -2, -3, -4));
    assertEntries(0, y, -1, -1, -2, -1, -1, -2, -3, -3, -4);
    assertEntries(0, pool.backward(counting(1, 1, 3, 3)), 12, 9, 15, 9);
  }

  @Test
  void firstOfEqualEntriesWins() {
    RunningLayer pool = RunningLayer.of("maxpool(2)", 1, 2, 4);
    INDArray x = array(new long[] {1, 1, 2, 4}, 0, 3, 2, 2, 3, 3, 2, 2);
    assertEntries(0, pool.forward(x), 3, 2);
    INDArray dx = pool.backward(array(new long[] {1, 1, 1, 2}, 10, 20));
    assertEntries(0, dx, 0, 10, 20, 0, 0, 0, 0, 0);
  }

  @Test
  void whatDoesNotFillAWindowIsLeftOut() {
    RunningLayer pool = RunningLayer.of("maxpool(2)", 1, 3, 3);
    INDArray y = pool.forward(counting(1, 1, 3, 3));
    assertArrayEquals(new long[] {1, 1, 1, 1}, y.shape());
    assertEntries(0, y, 5);
    INDArray dx = pool.backward(array(new long[] {1, 1, 1, 1}, 2));
    assertEntries(0, dx, 0, 0, 0, 0, 2, 0, 0, 0, 0);
  }

  static Stream<Geometry> geometries() {
    SplittableRandom random = new SplittableRandom(5);
    return Stream.generate(() -> Geometry.draw(random, false))
        .filter(g -> g.pad()[0] < g.kernel()[0] && g.pad()[1] < g.kernel()[1])
        .limit(80);
  }

  /** Against the definition in plain loops; entries are few whole numbers, so that many tie. */
  @ParameterizedTest
  @MethodSource("geometries")
  void forwardAndBackward(Geometry g) {
    RunningLayer pool =
        RunningLayer.of("maxpool(" + g.arguments() + ")", g.channels(), g.height(), g.width());
    RandomArrays random = new RandomArrays(8);
    double[] few = {-2, -1, 0, 3};
    INDArray x = random.of(few, g.examples(), g.channels(), g.height(), g.width());
    INDArray dy = random.of(few, g.examples(), g.channels(), g.outputHeight(), g.outputWidth());
    INDArray y = Nd4j.zeros(DataType.DOUBLE, dy.shape());
    INDArray dx = Nd4j.zeros(DataType.DOUBLE, x.shape());
    for (int n = 0; n < g.examples(); n++) {
      for (int c = 0; c < g.channels(); c++) {
        for (int i = 0; i < g.outputHeight(); i++) {
          for (int j = 0; j < g.outputWidth(); j++) {
            int[] winner = winner(g, x, n, c, i, j);
            y.putScalar(new int[] {n, c, i, j}, x.getDouble(winner));
            dx.putScalar(winner, dx.getDouble(winner) + dy.getDouble(n, c, i, j));
          }
        }
      }
    }
    assertIdentical(y, pool.forward(x));
    assertIdentical(dx, pool.backward(dy));
  }

  private static int[] winner(Geometry g, INDArray x, int n, int c, int i, int j) {
    int[] winner = null;
    for (int u = 0; u < g.kernel()[0]; u++) {
      for (int v = 0; v < g.kernel()[1]; v++) {
        int[] at = {n, c, g.row(i, u), g.column(j, v)};
        if (g.inside(at[2], at[3]) && (winner == null || x.getDouble(at) > x.getDouble(winner))) {
          winner = at;
        }
      }
    }
    return winner;
  }
}
