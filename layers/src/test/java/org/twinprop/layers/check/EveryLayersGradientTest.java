package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.layers.Layer;
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
        .flatMap(kind -> kind.examples().stream())
        .flatMap(example -> Stream.of(1, 3).map(batch -> Arguments.of(example, batch)));
  }

  @ParameterizedTest(name = "{0}, {1} examples")
  @MethodSource("examples")
  void analyticGradientsAreTheNumericOnes(LayerKind.Example example, int batch) {
    Layer layer = NetworkText.parseLayers(example.text());
    GradientReport report = LayerCheck.check(layer, example.input(), batch, 2024);
    assertTrue(report.passed(), report::toString);
    assertTrue(report.worst().maxRelativeError() < 1e-7, report::toString);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasExamplesEnough(LayerKind kind) {
    assertTrue(kind.examples().size() >= 5, kind.name() + " needs at least 5 examples");
  }
}
