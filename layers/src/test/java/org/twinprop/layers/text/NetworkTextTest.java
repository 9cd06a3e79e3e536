package org.twinprop.layers.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Objective;
import org.twinprop.layers.Shape;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.layers.shaping.Flatten;

class NetworkTextTest {
  private static final Pair ONE = new Pair(1, 1);
  private static final Pair NONE = new Pair(0, 0);

  private static Pair square(int size) {
    return new Pair(size, size);
  }

  private static Layer only(String text) {
    List<Layer> layers = NetworkText.parseLayers(text).layers();
    assertEquals(1, layers.size());
    return layers.get(0);
  }

  @Test
  void lenetOfTheDesign() {
    String text =
        "conv(20,5) relu maxpool(2) conv(50,5,stride=1,pad=0) relu maxpool(2) flatten dense(500)"
            + " relu dropout(0.5) dense(10) | softmax-xent l2=1e-4";
    Architecture lenet = NetworkText.parse(text);
    List<Layer> layers = lenet.chain().layers();
    Window five = new Window(square(5), ONE, NONE, ONE);
    MaxPooling halve = new MaxPooling(new Window(square(2), square(2), NONE, ONE));
    assertEquals(11, layers.size());
    assertEquals(new Convolution(20, five, true), layers.get(0));
    assertTrue(layers.get(1) instanceof Relu);
    assertEquals(halve, layers.get(2));
    assertEquals(new Convolution(50, five, true), layers.get(3));
    assertTrue(layers.get(4) instanceof Relu);
    assertEquals(halve, layers.get(5));
    assertEquals(new Flatten(), layers.get(6));
    assertEquals(new Dense(500, true), layers.get(7));
    assertEquals(new Dropout(0.5), layers.get(9));
    assertEquals(new Dense(10, true), layers.get(10));
    assertEquals(new Objective(new SoftmaxCrossEntropy(), 0, 1e-4), lenet.objective());
    assertEquals(text, lenet.text());
    assertEquals("maxpool(2)", lenet.chain().texts().get(2));
    assertEquals(Shape.of(10), lenet.chain().output(Shape.of(1, 28, 28)));
  }

  @Test
  void argumentsByPlaceByNameOrLeftOut() {
    Convolution plain = new Convolution(3, new Window(square(5), ONE, NONE, ONE), true);
    for (String text :
        List.of(
            "conv(3,5)",
            "conv(3, 5, 1)",
            "conv(out=3, kernel=5)",
            "conv(kernel=5x5,out=3)",
            " conv ( 3 , kernel = 5 ) ",
            "conv(3,5,stride=1,pad=0,dilation=1,bias=true)")) {
      assertEquals(plain, only(text), text);
    }
    assertEquals(
        new Convolution(
            2, new Window(new Pair(3, 2), new Pair(2, 1), new Pair(1, 0), square(2)), false),
        only("conv(2,3x2,stride=2x1,pad=1x0,dilation=2,bias=false)"));
  }

  @Test
  void strideOfPoolingIsItsKernelUnlessGiven() {
    assertEquals(
        new MaxPooling(new Window(new Pair(3, 2), new Pair(3, 2), NONE, ONE)),
        only("maxpool(3x2)"));
    assertEquals(
        new MaxPooling(new Window(square(3), square(2), square(1), ONE)),
        only("maxpool(3,stride=2,pad=1)"));
  }

  @ParameterizedTest
  @CsvSource({
    "| mse, 0, 0",
    "| mse l1=0.5, 0.5, 0",
    "| mse l2=1e-4, 0, 1e-4",
    "| mse l1=1 l2=2, 1, 2",
    "|mse l2 = 2 l1 = 1, 1, 2"
  })
  void penaltiesFollowTheLoss(String end, double l1, double l2) {
    assertEquals(
        new Objective(new MeanSquaredError(), l1, l2),
        NetworkText.parse("dense(1) " + end).objective());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dense(3) relu|mse", "dense(3)relu | mse", "  dense(3)\n\t relu  | mse  \n"})
  void whiteSpaceDoesNotMatter(String text) {
    Chain chain = NetworkText.parse(text).chain();
    assertEquals(new Dense(3, true), chain.layers().get(0));
    assertTrue(chain.layers().get(1) instanceof Relu);
    assertEquals(List.of("dense(3)", "relu"), chain.texts());
  }

  static Stream<String> names() {
    return Catalogue.layers().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyLayerStandsUnderItsOwnName(String name) {
    LayerKind kind = Catalogue.layers().get(name);
    assertEquals(name, kind.name());
    assertTrue(
        kind.examples().stream().anyMatch(example -> example.text().startsWith(name)),
        "no example begins with " + name);
  }
}
