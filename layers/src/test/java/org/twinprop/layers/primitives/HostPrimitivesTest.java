package org.twinprop.layers.primitives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;
import org.twinprop.layers.primitives.Window.Pair;

/** The fast primitives against their definition, on sizes that are shared among threads too. */
class HostPrimitivesTest {
  private static final Primitives DEFINITION = new Nd4jPrimitives();
  private Primitives fast;

  @BeforeEach
  void onThisMachinesMemory() {
    assumeTrue(HostPrimitives.available(), "the loops need ND4J on this machine's CPU");
    fast = new HostPrimitives();
  }

  private record Convolved(DataType type, int kernels, long[] images, Window window) {
    INDArray randomImages() {
      return random(type, images);
    }

    INDArray output(long channels) {
      return Layout.byExample(
          Nd4j.create(
              type,
              new long[] {
                channels, images[0], window.outputHeight(images[2]), window.outputWidth(images[3])
              },
              'c'));
    }

    double tolerance() {
      return type == DataType.FLOAT ? 2e-4 : 1e-12;
    }
  }

  private static INDArray random(DataType type, long... shape) {
    return Nd4j.rand(type, shape).subi(0.5);
  }

  static Stream<Convolved> convolutions() {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, 80)
        .mapToObj(i -> draw(random, i % 2 == 0 ? DataType.FLOAT : DataType.DOUBLE))
        .filter(
            c -> c.window.outputHeight(c.images[2]) > 0 && c.window.outputWidth(c.images[3]) > 0);
  }

  /** Without windows that could lie in the padding alone, where there is no largest entry. */
  static Stream<Convolved> poolings() {
    return convolutions()
        .filter(
            c ->
                c.window.pad().vertical() < c.window.kernel().vertical()
                    && c.window.pad().horizontal() < c.window.kernel().horizontal());
  }

  private static Convolved draw(SplittableRandom random, DataType type) {
    Window window =
        new Window(
            new Pair(random.nextInt(1, 5), random.nextInt(1, 5)),
            new Pair(random.nextInt(1, 3), random.nextInt(1, 4)),
            new Pair(random.nextInt(0, 3), random.nextInt(0, 3)),
            new Pair(random.nextInt(1, 3), random.nextInt(1, 3)));
    long[] images = {
      random.nextInt(1, 6), random.nextInt(1, 12), random.nextInt(1, 14), random.nextInt(1, 14)
    };
    return new Convolved(type, random.nextInt(1, 7), images, window);
  }

  private static void assertSame(INDArray expected, INDArray actual, double tolerance) {
    assertArrayEquals(
        expected.dup('c').data().asDouble(), actual.dup('c').data().asDouble(), tolerance);
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void productsWithPatches(Convolved c) {
    INDArray x = c.randomImages();
    INDArray W =
        random(
            c.type,
            c.kernels,
            c.images[1],
            c.window.kernel().vertical(),
            c.window.kernel().horizontal());
    INDArray b = random(c.type, c.kernels);
    INDArray dy = c.output(c.kernels);
    dy.assign(random(c.type, dy.shape()));
    INDArray[] expected = products(DEFINITION, c, x, W, b, dy);
    INDArray[] actual = products(fast, c, x, W, b, dy);
    INDArray[] byExample = products(fast, c, x, W, b, dy.dup('c'));
    for (int i = 0; i < expected.length; i++) {
      assertSame(expected[i], actual[i], c.tolerance());
      assertSame(expected[i], byExample[i], c.tolerance());
    }
  }

  /**
   * y, dW, db and dx, and y without biases; twice, since what is left over must not count. y lies
   * in memory as dy does.
   */
  private static INDArray[] products(
      Primitives primitives, Convolved c, INDArray x, INDArray W, INDArray b, INDArray dy) {
    INDArray y = Layout.isChannelMajor(dy) ? c.output(c.kernels) : dy.ulike();
    INDArray dW = W.ulike();
    INDArray db = b.ulike();
    INDArray dx = x.ulike();
    try (PatchProducts products = primitives.patchProducts(x, c.window)) {
      for (int i = 0; i < 2; i++) {
        products.times(W, b, y);
        products.gradients(dy, dW, db);
        products.transposeTimes(W, dy, dx);
      }
      INDArray withBias = y.dup();
      products.times(W, null, y);
      return new INDArray[] {withBias, dW, db, dx, y};
    }
  }

  @ParameterizedTest
  @MethodSource("poolings")
  void largestEntries(Convolved c) {
    Window window =
        new Window(c.window.kernel(), c.window.stride(), c.window.pad(), new Pair(1, 1));
    Convolved one = new Convolved(c.type, c.kernels, c.images, window);
    // few values, so that windows have several largest entries
    INDArray x = Nd4j.math().floor(one.randomImages().muli(4));
    INDArray dy = one.output(c.images[1]);
    dy.assign(random(c.type, dy.shape()));
    INDArray[] expected = maxima(DEFINITION, one, x, dy);
    INDArray[] actual = maxima(fast, one, x, dy);
    assertSame(expected[0], actual[0], 0);
    assertSame(expected[1], actual[1], c.tolerance());
  }

  private static INDArray[] maxima(Primitives primitives, Convolved c, INDArray x, INDArray dy) {
    INDArray y = c.output(c.images[1]);
    INDArray dx = x.ulike();
    try (WindowMaxima maxima = primitives.maxima(x, c.window)) {
      maxima.take(y);
      maxima.giveBack(dy, dx);
    }
    return new INDArray[] {y, dx};
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void largeProducts(DataType type) {
    double tolerance = type == DataType.FLOAT ? 1e-4 : 1e-12;
    long[][] sizes = {{130, 90, 70}, {70, 90, 131}, {1, 3000, 257}, {257, 3000, 1}};
    for (long[] s : sizes) {
      INDArray a = random(type, s[0], s[1]);
      INDArray b = random(type, s[1], s[2]);
      INDArray expected = a.mmul(b);
      INDArray out = Nd4j.create(type, s[0], s[2]);
      fast.times(a, b, out);
      assertSame(expected, out, tolerance);
      fast.transposeTimes(a.transpose().dup('c'), b, out.assign(Double.NaN));
      assertSame(expected, out, tolerance);
      fast.timesTranspose(a, b.transpose().dup('c'), out.assign(Double.NaN));
      assertSame(expected, out, tolerance);
    }
  }

  @Test
  void aProductInPiecesIsTheProduct() {
    INDArray a = random(DataType.FLOAT, 301, 270);
    INDArray b = random(DataType.FLOAT, 270, 515);
    INDArray start = random(DataType.FLOAT, 301, 515);
    for (double keep : new double[] {0, 1}) {
      INDArray out = start.dup();
      Blas.inPieces(
          301,
          515,
          270,
          new Matrix(Numbers.addressOf(a), 270),
          new Matrix(Numbers.addressOf(b), 515),
          keep,
          new Matrix(Numbers.addressOf(out), 515));
      Numbers.keepUntilHere(a, b, out);
      assertSame(a.mmul(b).addi(start.mul(keep)), out, 1e-4);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void rowsOfALoss(DataType type) {
    INDArray p = random(type, 64, 11);
    INDArray y = random(type, 64, 11);
    INDArray w = random(type, 64);
    double tolerance = type == DataType.FLOAT ? 1e-6 : 1e-14;
    assertEquals(DEFINITION.dot(p.getColumn(0).dup(), w), fast.dot(p.getColumn(0).dup(), w), 1e-5);
    INDArray expected = p.dup();
    DEFINITION.minus(p, y, expected);
    DEFINITION.scaleRows(expected, w);
    INDArray actual = p.dup();
    fast.minus(actual, y, actual);
    fast.scaleRows(actual, w);
    assertSame(expected, actual, tolerance);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void longVectors(DataType type) {
    long length = 100_003;
    INDArray x = random(type, length);
    INDArray dy = random(type, length);
    INDArray[] of = {x.ulike(), x.ulike(), x.ulike(), x.ulike()};
    DEFINITION.relu(x, of[0]);
    fast.relu(x, of[1]);
    DEFINITION.reluGradient(of[0], dy, of[2]);
    fast.reluGradient(of[0], dy, of[3]);
    assertEquals(of[0], of[1]);
    assertEquals(of[2], of[3]);
    fast.copy(x, of[0]);
    assertEquals(x, of[0]);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void crossEntropies(DataType type) {
    INDArray z = random(type, 7, 11).muli(200); // exp overflows unless the largest is taken off
    INDArray y = random(type, 7, 11).addi(0.5);
    y.diviColumnVector(y.sum(1));
    INDArray[] expected = {z.ulike(), Nd4j.create(type, 7)};
    INDArray[] actual = {z.ulike(), Nd4j.create(type, 7)};
    DEFINITION.softmaxCrossEntropy(z, y, expected[0], expected[1]);
    fast.softmaxCrossEntropy(z, y, actual[0], actual[1]);
    assertSame(expected[0], actual[0], type == DataType.FLOAT ? 1e-6 : 1e-14);
    assertSame(expected[1], actual[1], type == DataType.FLOAT ? 1e-4 : 1e-12);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void stepsOfAdam(DataType type) {
    long length = 100_003;
    INDArray start = random(type, length);
    INDArray expected = start.dup();
    INDArray actual = start.dup();
    INDArray[] states = new INDArray[4];
    for (int i = 0; i < states.length; i++) {
      states[i] = Nd4j.zeros(type, length);
    }
    AdamStep step = new AdamStep(0.9, 0.999, 1e-3, 1e-8);
    for (int t = 0; t < 5; t++) {
      INDArray g = random(type, length);
      DEFINITION.adam(expected, g, states[0], states[1], step);
      fast.adam(actual, g, states[2], states[3], step);
    }
    assertSame(expected, actual, type == DataType.FLOAT ? 1e-6 : 1e-15);
    assertSame(states[0], states[2], type == DataType.FLOAT ? 1e-6 : 1e-15);
  }
}
