package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.layers.activation.Elu;
import org.twinprop.layers.activation.GeluTanh;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.loss.Huber;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind.Example;
import org.twinprop.layers.text.NetworkText;

/** Layers made in Java are written as the text that makes them. */
final class ArchitectureTextTest {
  static Stream<Example> examples() {
    return Catalogue.layers().values().stream().flatMap(kind -> kind.examples().stream());
  }

  private static Architecture inJava(Architecture parsed) {
    return Architecture.of(
        parsed.objective().loss(), parsed.chain().layers().toArray(Layer[]::new));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyLayerOfTheCatalogueIsReadBack(Example example) {
    Architecture built = inJava(NetworkText.parse(example.text() + " | mse"));
    Architecture read = NetworkText.parse(built.text());
    assertEquals(built.text(), inJava(read).text());
    assertEquals(built.chain().output(example.input()), read.chain().output(example.input()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          dense(3,bias=false) tanh | mse
          conv(4,3x2,stride=2x1,pad=1,dilation=2,bias=false) relu | mae
          maxpool(3,stride=2,pad=1) avgpool(2x1) globalavgpool | hinge
          batchnorm(eps=0.001,momentum=0.5) batchnorm layernorm(eps=0.01) layernorm | huber(delta=0.5)
          leakyrelu(slope=0.25) leakyrelu elu(alpha=0.5) elu gelu gelu-tanh relu6 | softmax-xent
          embedding(7,3) lstm(2) rnn(4) laststep dropout(0.25) flatten | sigmoid-xent
          residual(dense(4) residual(tanh) softmax) softplus | squared-hinge
          """)
  void theTextIsTheShortestThatMakesIt(String text) {
    assertEquals(text, inJava(NetworkText.parse(text)).text());
  }

  @Test
  void layersOfJavaAreWrittenAsTheyAre() {
    Pair one = new Pair(1, 1);
    Window window = new Window(new Pair(3, 3), new Pair(2, 2), new Pair(0, 0), one);
    Architecture built =
        Architecture.of(
            new Huber(2),
            new Convolution(5, window, true),
            new GeluTanh(),
            new Elu(0.3),
            new Dense(2, false));
    assertEquals(
        "conv(5,3,stride=2) gelu-tanh elu(alpha=0.3) dense(2,bias=false) | huber(delta=2.0)",
        built.text());
    assertTrue(NetworkText.parse(built.text()).chain().layers().contains(new Dense(2, false)));
  }
}
