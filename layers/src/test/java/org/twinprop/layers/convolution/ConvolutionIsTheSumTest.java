package org.twinprop.layers.convolution;

import static org.twinprop.layers.ArrayAssertions.assertClose;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.RunningLayer;

/** Against the definition in seven nested loops, over random windows and images. */
class ConvolutionIsTheSumTest {
  static Stream<Geometry> geometries() {
    SplittableRandom random = new SplittableRandom(11);
    return Stream.generate(() -> Geometry.draw(random, true)).limit(120);
  }

  /** Visits every product W_kcuv x_nc(row)(column) of the sum. */
  private interface Term {
    void at(int n, int k, int i, int j, int c, int u, int v, int row, int column);
  }

  private static void eachTerm(Geometry g, Term term) {
    for (int n = 0; n < g.examples(); n++) {
      for (int k = 0; k < g.outputs(); k++) {
        for (int i = 0; i < g.outputHeight(); i++) {
          for (int j = 0; j < g.outputWidth(); j++) {
            eachOfPatch(g, n, k, i, j, term);
          }
        }
      }
    }
  }

  private static void eachOfPatch(Geometry g, int n, int k, int i, int j, Term term) {
    for (int c = 0; c < g.channels(); c++) {
      for (int u = 0; u < g.kernel()[0]; u++) {
        for (int v = 0; v < g.kernel()[1]; v++) {
          int row = g.row(i, u);
          int column = g.column(j, v);
          if (g.inside(row, column)) {
            term.at(n, k, i, j, c, u, v, row, column);
          }
        }
      }
    }
  }

  private static void add(INDArray array, double value, int... index) {
    array.putScalar(index, array.getDouble(index) + value);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void forwardAndBackward(Geometry g) {
    String text =
        "conv(%d, %s, dilation=%dx%d)"
            .formatted(g.outputs(), g.arguments(), g.dilation()[0], g.dilation()[1]);
    RunningLayer conv = RunningLayer.of(text, g.channels(), g.height(), g.width());
    RandomArrays random = new RandomArrays(3);
    INDArray W = conv.parameter("W1").assign(random.gaussian(conv.parameter("W1").shape()));
    INDArray b = conv.parameter("b1").assign(random.gaussian(g.outputs()));
    INDArray x = random.gaussian(g.examples(), g.channels(), g.height(), g.width());
    INDArray dy = random.gaussian(g.examples(), g.outputs(), g.outputHeight(), g.outputWidth());

    INDArray y = Nd4j.zeros(DataType.DOUBLE, dy.shape());
    INDArray dW = Nd4j.zeros(DataType.DOUBLE, W.shape());
    INDArray dx = Nd4j.zeros(DataType.DOUBLE, x.shape());
    eachTerm(
        g,
        (n, k, i, j, c, u, v, row, column) -> {
          add(y, W.getDouble(k, c, u, v) * x.getDouble(n, c, row, column), n, k, i, j);
          add(dW, dy.getDouble(n, k, i, j) * x.getDouble(n, c, row, column), k, c, u, v);
          add(dx, dy.getDouble(n, k, i, j) * W.getDouble(k, c, u, v), n, c, row, column);
        });

    assertClose(y.add(b.reshape('c', 1, g.outputs(), 1, 1)), conv.forward(x), 1e-12);
    assertClose(dx, conv.backward(dy), 1e-12);
    assertClose(dW, conv.gradient("W1"), 1e-12);
    assertClose(dy.sum(0, 2, 3), conv.gradient("b1"), 1e-12);
  }
}
