package org.twinprop.layers.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Network;
import org.twinprop.layers.Pass;
import org.twinprop.layers.Shape;
import org.twinprop.layers.Storage;
import org.twinprop.layers.text.NetworkText;

/** A batch of sequences without a single step is refused in one line. */
final class EmptySequencesTest {
  private static final String NEEDS = "got sequences of 0 steps, but needs at least 1";

  @ParameterizedTest
  @CsvSource({
    "rnn(4), 'layer 1, rnn(4): '",
    "lstm(4), 'layer 1, lstm(4): '",
    "laststep, 'layer 1, laststep: '",
    "tanh lstm(4), 'layer 2, lstm(4): '",
  })
  void networkOfThemCannotBeBuilt(String layers, String place) {
    Shape none = Shape.ofExamplesIn(empty());
    Exception thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Network(
                    NetworkText.parse(layers + " laststep | mse"), none, DataType.DOUBLE, 1));
    assertEquals(place + NEEDS, thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn(4)", "lstm(4)", "laststep"})
  void layerBuiltForLongerOnesRefusesThem(String layer) {
    Chain chain = NetworkText.parseLayers(layer);
    try (Storage storage = new Storage(chain, Shape.of(2, 3), DataType.DOUBLE, new Pass(1))) {
      Exception thrown =
          assertThrows(
              IllegalArgumentException.class, () -> chain.forward(empty(), storage.cache()));
      assertEquals("layer 1, " + layer + ": " + NEEDS, thrown.getMessage());
    }
  }

  @Test
  void oneStepIsEnough() {
    assertEquals(Shape.of(1, 4), NetworkText.parseLayers("lstm(4)").output(Shape.of(1, 3)));
  }

  private static INDArray empty() {
    return Nd4j.create(DataType.DOUBLE, 2, 0, 3);
  }
}
