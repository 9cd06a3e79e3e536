package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Pass;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.Storage;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.NetworkText;

/** Every layer that a text can name, on every example that it was registered with. */
class EveryLayersGradientTest {
  static Stream<LayerKind> kinds() {
    return Catalogue.layers().values().stream();
  }

  static Stream<Arguments> examples() {
    return kinds()
        .flatMap(
            kind ->
                kind.examples().stream()
                    .flatMap(
                        example ->
                            Stream.of(1, 3)
                                .map(batch -> Math.max(batch, kind.smallestBatch()))
                                .map(batch -> Arguments.of(example, batch))));
  }

  @ParameterizedTest(name = "{0}, {1} examples")
  @MethodSource("examples")
  void analyticGradientsAreTheNumericOnes(LayerKind.Example example, int batch) {
    Layer layer = NetworkText.parseLayers(example.text());
    GradientReport report = LayerCheck.check(layer, example.input(), batch, 2024);
    assertTrue(report.passed(), report::toString);
    assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
  }

  /** Training leaves the gradient by the input out: the parameters' must not depend on that. */
  @ParameterizedTest(name = "{0}, {1} examples")
  @MethodSource("examples")
  void parametersGetTheSameGradientsWithoutTheInputs(LayerKind.Example example, int batch) {
    Layer layer = NetworkText.parseLayers(example.text());
    RandomArrays random = new RandomArrays(7);
    INDArray x = LayerCheck.randomInput(layer, example.input(), batch, 7);
    INDArray dy = random.gaussian(layer.output(example.input()).ofBatch(batch));
    Pass pass = new Pass(1);
    try (Storage storage = new Storage(layer, example.input(), DataType.DOUBLE, pass)) {
      storage.parameters().values().forEach(p -> p.assign(random.gaussian(p.shape())));
      pass.inputGradient(true);
      layer.forward(x, storage.cache());
      layer.backward(dy, storage.cache());
      INDArray with = storage.gradientVector().dup();
      storage.gradientVector().assign(0);
      pass.inputGradient(false);
      layer.forward(x, storage.cache());
      layer.backward(dy, storage.cache());
      assertIdentical(with, storage.gradientVector());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasExamplesEnough(LayerKind kind) {
    assertTrue(kind.examples().size() >= 5, kind.name() + " needs at least 5 examples");
  }
}
