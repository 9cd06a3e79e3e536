package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertEntries;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.GradientReport;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.check.NetworkCheck;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.shaping.Flatten;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.updater.Momentum;

/** Layers as a student writes them: plain operations that make new arrays. */
class OwnLayerTest {
  /** y = x^2, so dx = 2 x dy. */
  record Square() implements Layer {
    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("x", x);
      return x.mul(x);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return cache.kept("x").mul(2).mul(dy);
    }
  }

  /** y = sin x, so dx = cos x dy. */
  record Wave() implements Layer {
    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("x", x);
      return Transforms.sin(x);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return Transforms.cos(cache.kept("x")).mul(dy);
    }
  }

  /** y = a x, one a for each feature: da = sum over examples of x dy, dx = a dy. */
  record Scale() implements Layer {
    @Override
    public List<Parameter> parameters(Shape input) {
      return List.of(Parameter.offset("a", 1, input.length()));
    }

    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("x", x);
      return x.mulRowVector(cache.parameter("a"));
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      cache.gradient("a").assign(cache.kept("x").mul(dy).sum(0));
      return dy.mulRowVector(cache.parameter("a"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1", "3x2", "2x3x4"})
  void squarePassesItsCheck(String input) {
    GradientReport report = LayerCheck.check(new Square(), Shape.parse(input), 3, 42);
    assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
  }

  @Test
  void parametersOfOnesOwnAreNamedTrainedAndChecked() {
    GradientReport report = LayerCheck.check(new Scale(), Shape.of(4), 3, 42);
    assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
    assertEquals(4, report.of("a1").entries());
  }

  /** Learns y = |x|^2, which it can do exactly. */
  @Test
  void networkWithOwnLayersTrains() {
    Architecture own =
        Architecture.of(new MeanSquaredError(), new Scale(), new Square(), new Dense(1, true));
    Network network = new Network(own, Shape.of(3), DataType.DOUBLE, 1);
    network.initialize(new Xavier(false));
    try (Training training = new Training(network, new Momentum(0.9))) {
      RandomArrays random = new RandomArrays(4);
      INDArray x = random.gaussian(20, 3);
      INDArray[] batch = {x, x.mul(x).sum(true, 1)};
      for (int i = 0; i < 2000; i++) {
        training.step(batch, 0.01);
      }
      assertEquals(0, training.step(batch, 0.01), 1e-6);
      assertEquals(List.of("a1", "W2", "b2"), List.copyOf(network.parameters().keySet()));
    }
  }

  /** New arrays in every step, of either order in memory, before each layer that keeps views. */
  @Test
  void ownLayersStandAnywhereInANetwork() {
    Window.Pair two = new Window.Pair(2, 2);
    Window.Pair one = new Window.Pair(1, 1);
    Window window = new Window(two, one, one, one);
    Architecture mixed =
        Architecture.of(
            new SoftmaxCrossEntropy(),
            new Wave(),
            new Convolution(2, window, true),
            new Wave(),
            new Relu(),
            new Wave(),
            new MaxPooling(window),
            new Wave(),
            new Flatten(),
            new Wave(),
            new Dense(3, true));
    Shape input = Shape.of(1, 4, 3);
    Network network = new Network(mixed, input, DataType.DOUBLE, 1);
    network.initialize(new Xavier(false));
    try (Training training = new Training(network, new Momentum(0.5))) {
      for (int i = 0; i < 8; i++) {
        RandomArrays random = new RandomArrays(i);
        INDArray[] batch = Training.batch(random, DataType.DOUBLE, input, i % 3 == 0 ? 2 : 4);
        training.step(batch, 0.01);
        GradientReport report =
            NetworkCheck.check(network, batch[0], batch[1], GradientCheck.ofSample(5, i));
        assertTrue(report.passed(), report::toString);
      }
    }
  }

  /** What registers a layer is one constant of it, which the catalogue lists in one line. */
  @Test
  void ownLayerIsRegisteredByOneConstant() {
    LayerKind kind = LayerKind.of("square", a -> new Square()).example("square", 3);
    assertEquals("square", kind.name());
    INDArray x = new RandomArrays(1).of(new double[] {3}, 1, 2);
    Layer layer = kind.kind().make().apply(kind.kind().signature().read(List.of()));
    assertEntries(0, layer.forward(x, new Cache(new Pass(1), DataType.DOUBLE, 1)), 9, 9);
  }
}
