package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Sgd;

final class TwinTest {
  private static final String LENET =
      "conv(3,3) relu maxpool(2) conv(4,2) relu maxpool(2) flatten dense(8) relu dense(3)"
          + " | softmax-xent l2=1e-3";
  private static final Shape IMAGE = Shape.of(1, 12, 10);

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void parametersCopiedBothWaysComeBackAsTheyWere(DataType type) {
    try (Network network = Numbers.network(LENET, IMAGE, type, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      INDArray first = network.parameterVector().dup();
      assertEquals(network.parameters(), twin.parameters());
      network.parameterVector().assign(0);
      twin.copyInto(network);
      assertEntriesEqual(first, network.parameterVector());

      INDArray second = network.parameterVector().muli(2).dup();
      twin.copyFrom(network);
      network.parameterVector().assign(0);
      twin.copyInto(network);
      assertEntriesEqual(second, network.parameterVector());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void predictionsAndTheirLossAgree(String text, Shape input) {
    try (Network network = Numbers.network(text, input, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      INDArray theirs = twin.predict(x);
      assertTrue(difference(network.predict(x), theirs) < 1e-12);
      if (network.loss().classifies()) {
        long rows = theirs.length() / theirs.size(theirs.rank() - 1);
        assertEquals(rows, theirs.sumNumber().doubleValue(), 1e-12, "rows of probabilities");
      }
      double loss = network.dataLoss(y);
      assertEquals(loss, twin.dataLoss(y), 1e-12 * loss);
    }
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(LENET, IMAGE),
        Arguments.of("dense(3) tanh dense(2) | mse l1=0.1", Shape.of(5)),
        Arguments.of("dense(3) tanh dense(2) | softmax-xent", Shape.of(6, 4)),
        Arguments.of("dense(3) relu | mse", Shape.of(6, 4)));
  }

  @Test
  void dl4jCutsOffNeitherLargeNorSmallLosses() {
    try (Network network =
            Numbers.network("dense(2) | softmax-xent", Shape.of(1), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      network.parameters().get("W1").assign(Nd4j.createFromArray(new double[][] {{30, 0}}));
      network.parameters().get("b1").assign(0);
      twin.copyFrom(network);
      INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 1);
      INDArray right = Nd4j.createFromArray(new double[][] {{1, 0}});
      INDArray wrong = Nd4j.createFromArray(new double[][] {{0, 1}});
      assertEquals(30, twin.loss(x, wrong), 1e-9);
      assertEquals(network.loss(x, wrong), twin.loss(x, wrong), 1e-12);
      assertEquals(network.loss(x, right), twin.loss(x, right), 1e-15);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu flatten dense(2) | mse", "dropout(0.5) flatten dense(2) | mse"})
  void neitherInputsNorTargetsAreWrittenTo(String text) {
    try (Network network = Numbers.network(text, IMAGE, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 3);
      INDArray y = numbers.targets(network, 3);
      INDArray xBefore = x.dup();
      INDArray yBefore = y.dup();
      network.loss(x, y);
      twin.predict(x);
      twin.loss(x, y);
      twin.step(x, y);
      assertEntriesEqual(xBefore, x);
      assertEntriesEqual(yBefore, y);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lstm(3) laststep dense(2) | mse, 4x3",
    "rnn(3) dense(2) | softmax-xent, 4x3",
    "embedding(5;3) lstm(2) laststep dense(2) | softmax-xent, 4",
  })
  void sequencesArePredictedInBatchesOfAnySize(String text, String input) {
    Shape shape = Shape.parse(input);
    try (Network network = Numbers.network(text.replace(';', ','), shape, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      twin.step(numbers.inputs(network, 5), numbers.targets(network, 5));
      twin.copyInto(network);
      for (int examples : new int[] {3, 7, 1, 5}) {
        INDArray x = numbers.inputs(network, examples);
        INDArray ours = network.predict(x);
        assertTrue(difference(ours, twin.predict(x)) < 1e-12, examples + " examples");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dropout(0.5) dense(40) relu dropout(0.3) dense(2) | mse",
        "residual(dense(30) dropout(0.5) tanh) dense(2) | mse",
        "residual(dropout(0.4) residual(dropout(0.5) dense(30)) tanh) dropout(0.3) dense(2) | mse"
      })
  void dropoutDropsWhatTheHandwrittenNetworkDropped(String text) {
    try (Network network = Numbers.network(text, Shape.of(30), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 3);
      INDArray first = network.forward(x, true).dup();
      assertTrue(difference(first, twin.forward(x, true)) < 1e-12);
      network.step(1);
      INDArray second = network.forward(x, true).dup();
      assertTrue(difference(first, second) > 0.01, "another step drops others");
      assertTrue(difference(second, twin.forward(x, true)) < 1e-12);
      assertTrue(difference(network.forward(x, false), twin.forward(x, false)) < 1e-12);
    }
  }

  @Test
  void dropoutNeedsTheHandwrittenNetworkToSeeTheBatchFirst() {
    try (Network network =
            Numbers.network(
                "dense(4) dropout(0.5) dense(2) | mse", Shape.of(3), DataType.FLOAT, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 3);
      INDArray y = numbers.targets(network, 3);
      Exception thrown = assertThrows(IllegalStateException.class, () -> twin.step(x, y));
      assertTrue(
          thrown.getMessage().startsWith("layer 2, dropout(0.5): the twin drops what"),
          thrown.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maxpool(2) flatten dense(2) | mse",
        "maxpool(3,stride=1,pad=1) flatten dense(2) | mse",
        "conv(3,3) relu maxpool(2) flatten dense(2) | mse",
      })
  void equalEntriesOfAWindowPassTheGradientToTheSameOne(String text) {
    try (Network network = Numbers.network(text, IMAGE, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray y = numbers.targets(network, 2);
      // -1, 0 or 1: most windows have their maximum twice, and relu makes many of zeros alone
      INDArray x = Nd4j.math().sign(numbers.inputs(network, 2).muli(0.7)).castTo(DataType.DOUBLE);
      x.muli(Nd4j.math().sign(numbers.inputs(network, 2).addi(0.5)).addi(1).divi(2));
      TwinComparison comparison = TwinComparison.of(network, twin, x, y);
      assertTrue(comparison.agrees(1e-10), () -> "" + comparison.worst());
    }
  }

  @Test
  void anInputOfAnotherShapeIsNamed() {
    try (Network network = Numbers.network(LENET, IMAGE, DataType.FLOAT, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Exception thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> twin.predict(Nd4j.zeros(DataType.FLOAT, 2, 1, 10, 12)));
      assertEquals("the twin takes examples of 1x12x10, but got 1x10x12", thrown.getMessage());
    }
  }

  private static double difference(INDArray ours, INDArray theirs) {
    return Comparison.of(Quantity.OUTPUT, "network", "output", ours, theirs, 0).difference();
  }

  private static void assertEntriesEqual(INDArray expected, INDArray actual) {
    assertArrayEquals(Comparison.entries(expected), Comparison.entries(actual));
  }
}
