package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.text.NetworkText;

class NetworkTest {
  @Test
  void parametersAreNumberedByLayersThatHaveSome() {
    try (Network network = Training.network(DataType.FLOAT, 1)) {
      assertEquals(
          List.of("W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"),
          List.copyOf(network.parameters().keySet()));
      assertEquals(network.parameters().keySet(), network.gradients().keySet());
      assertArrayEquals(new long[] {4, 1, 3, 3}, network.parameters().get("W1").shape());
      assertArrayEquals(new long[] {5, 4, 3, 2}, network.parameters().get("W2").shape());
      assertArrayEquals(new long[] {12, 3}, network.parameters().get("W4").shape());
      assertArrayEquals(new long[] {3}, network.parameters().get("b4").shape());
      long entries = network.parameters().values().stream().mapToLong(INDArray::length).sum();
      assertEquals(entries, network.parameterVector().length());
    }
  }

  @Test
  void layerWithoutBiasHasNone() {
    String text = "dense(3, bias=false) relu dense(2) | mse";
    try (Network network = new Network(NetworkText.parse(text), Shape.of(4), DataType.FLOAT, 1)) {
      assertEquals(List.of("W1", "W2", "b2"), List.copyOf(network.parameters().keySet()));
    }
  }

  @Test
  void parametersAndGradientsAreViewsIntoTheirVectors() {
    try (Network network = Training.network(DataType.DOUBLE, 1)) {
      network.parameterVector().assign(7);
      network.parameters().values().forEach(p -> assertEquals(7, p.meanNumber().doubleValue()));
      network.parameters().get("b4").assign(1);
      long length = network.parameterVector().length();
      assertEquals(1, network.parameterVector().getDouble(length - 1));
      assertEquals(7, network.parameterVector().getDouble(length - 4));
    }
  }

  /** A vector of one number is where views of ND4J most easily turn into copies. */
  @Test
  void oneSingleParameterIsAViewToo() {
    String text = "dense(1, bias=false) | mse";
    try (Network network = new Network(NetworkText.parse(text), Shape.of(1), DataType.DOUBLE, 1)) {
      network.parameterVector().assign(3);
      INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 1);
      assertEquals(9, network.loss(x, Nd4j.zeros(DataType.DOUBLE, 1, 1)));
      network.backward();
      assertEquals(6, network.gradientVector().getDouble(0));
    }
  }

  @Test
  void reusedBuffersHoldNothingOver() {
    RandomArrays random = new RandomArrays(1);
    try (Network reused = Training.network(DataType.DOUBLE, 1)) {
      reused.wantInputGradient(true);
      for (long examples : new long[] {4, 1, 4, 3, 7, 1, 7, 2, 5, 4}) {
        INDArray[] batch = Training.batch(random, DataType.DOUBLE, Training.INPUT, examples);
        try (Network fresh = Training.network(DataType.DOUBLE, 1)) {
          fresh.wantInputGradient(true);
          assertEquals(fresh.loss(batch[0], batch[1]), reused.loss(batch[0], batch[1]));
          fresh.backward();
          reused.backward();
          assertIdentical(fresh.gradientVector(), reused.gradientVector());
          assertIdentical(fresh.inputGradient(), reused.inputGradient());
          assertIdentical(fresh.predict(batch[0]), reused.predict(batch[0]));
        }
      }
    }
  }

  @Test
  void inputsAndTargetsAreNotWrittenTo() {
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.FLOAT, Training.INPUT, 3);
    INDArray x = batch[0].dup();
    INDArray y = batch[1].dup();
    try (Network network = Training.network(DataType.FLOAT, 1)) {
      network.loss(batch[0], batch[1]);
      network.backward();
      network.predict(batch[0]);
    }
    assertIdentical(x, batch[0]);
    assertIdentical(y, batch[1]);
  }

  @Test
  void inputGradientIsThereOnlyWhereItIsWanted() {
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.DOUBLE, Training.INPUT, 3);
    try (Network network = Training.network(DataType.DOUBLE, 1)) {
      network.loss(batch[0], batch[1]);
      network.backward();
      assertNull(network.inputGradient());
      INDArray gradients = network.gradientVector().dup();
      network.wantInputGradient(true);
      network.loss(batch[0], batch[1]);
      network.backward();
      assertArrayEquals(batch[0].shape(), network.inputGradient().shape());
      assertIdentical(gradients, network.gradientVector());
    }
  }

  @Test
  void inputsOfAnyLayoutAndPrecisionGiveTheSame() {
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.FLOAT, Training.INPUT, 3);
    try (Network network = Training.network(DataType.DOUBLE, 1)) {
      double loss = network.loss(batch[0].castTo(DataType.DOUBLE), batch[1]);
      assertEquals(loss, network.loss(batch[0], batch[1]));
      assertEquals(loss, network.loss(batch[0].dup('f'), batch[1].dup('f')));
      INDArray view = batch[0].permute(3, 2, 1, 0).dup().permute(3, 2, 1, 0);
      assertEquals(loss, network.loss(view, batch[1].castTo(DataType.INT)));
    }
  }

  @Test
  void anotherPrecisionHasTheSameNumbers() {
    try (Network single = Training.network(DataType.FLOAT, 3)) {
      single.step(12);
      try (Network wide = single.as(DataType.DOUBLE)) {
        assertEquals(DataType.DOUBLE, wide.type());
        assertEquals(12, wide.step());
        assertEquals(3, wide.seed());
        assertIdentical(single.parameterVector().castTo(DataType.DOUBLE), wide.parameterVector());
        wide.parameterVector().assign(0);
        assertEquals(
            single.parameterVector().norm2Number().doubleValue(),
            Training.network(DataType.FLOAT, 3).parameterVector().norm2Number().doubleValue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "W1, NaN, 'layer 1, conv(4,3)'",
    "b2, Infinity, 'layer 4, conv(5,3x2,pad=1)'",
    "b3, -Infinity, 'layer 8, dense(12)'",
    "W4, NaN, 'layer 11, dense(3)'"
  })
  void firstNonFiniteLayerIsTheOneThatMadeIt(String parameter, double bad, String layer) {
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.FLOAT, Training.INPUT, 3);
    try (Network network = Training.network(DataType.FLOAT, 1)) {
      network.loss(batch[0], batch[1]);
      assertEquals(Optional.empty(), network.firstNonFiniteLayer());
      network.parameters().get(parameter).assign(bad);
      network.loss(batch[0], batch[1]);
      assertEquals(Optional.of(layer), network.firstNonFiniteLayer());
    }
  }

  @Test
  void hugeButFiniteOutputsAreFinite() {
    String text = "dense(4) | mse";
    try (Network network = Network.of(text, Shape.of(2), DataType.FLOAT, new He(true), 1)) {
      network.parameters().get("b1").assign(3e38);
      network.forward(Nd4j.zeros(DataType.FLOAT, 5, 2), true);
      assertEquals(Optional.empty(), network.firstNonFiniteLayer());
    }
  }

  @Test
  void closedNetworkHasGivenItsMemoryBack() {
    Network network = Training.network(DataType.FLOAT, 1);
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.FLOAT, Training.INPUT, 3);
    INDArray output = network.forward(batch[0], true);
    List<INDArray> own =
        new ArrayList<>(List.of(network.parameterVector(), network.gradientVector(), output));
    network.close();
    own.forEach(array -> assertEquals(true, array.wasClosed()));
  }

  @Test
  void mapsOfParametersCannotBeChanged() {
    try (Network network = Training.network(DataType.FLOAT, 1)) {
      assertThrows(UnsupportedOperationException.class, () -> network.parameters().remove("W1"));
    }
  }
}
