package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Adam;
import org.twinprop.layers.updater.Momentum;
import org.twinprop.layers.updater.Sgd;

final class TwinComparisonTest {
  private static final String NETWORK =
      "conv(3,3) relu maxpool(2) flatten dense(8) dropout(0.5) dense(3) | softmax-xent l2=1e-3";
  private static final Shape IMAGE = Shape.of(2, 8, 7);

  @ParameterizedTest
  @ValueSource(strings = {"W1", "b1", "W2", "b2", "W3", "b3"})
  void aPlantedDifferenceIsFoundAndItsEntryNamed(String name) {
    try (Network network = Numbers.network(NETWORK, IMAGE, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      INDArray parameter = network.parameters().get(name);
      long[] last = Arrays.stream(parameter.shape()).map(size -> size - 1).toArray();
      double theirs = parameter.getDouble(last);
      parameter.putScalar(last, theirs + 1e-3);
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      TwinComparison comparison = TwinComparison.of(network, twin, x, numbers.targets(network, 4));
      assertFalse(comparison.agrees(1e-10));

      List<Comparison> planted =
          comparison.comparisons().stream()
              .filter(c -> c.quantity() == Quantity.PARAMETER && c.difference() > 0)
              .toList();
      assertEquals(1, planted.size());
      assertEquals(name, planted.get(0).name());
      assertEquals(Arrays.stream(last).boxed().toList(), planted.get(0).index());
      assertEquals(theirs + 1e-3, planted.get(0).ours());
      assertEquals(theirs, planted.get(0).theirs());
      assertTrue(planted.get(0).layer().matches("layer \\d, (conv|dense)\\(.*\\)"));
      assertTrue(planted.get(0).worst().startsWith(name + Arrays.toString(last)));
    }
  }

  @Test
  void comparingChangesNoNumberOfEither() {
    try (Network network = Numbers.network(NETWORK, IMAGE, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Adam(0.9, 0.999, 1e-8, true), 0.1)) {
      INDArray before = network.parameterVector().dup();
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      TwinComparison first = TwinComparison.of(network, twin, x, y);
      assertEquals(first, TwinComparison.of(network, twin, x, y));
      assertEquals(before, network.parameterVector());
      assertEquals(network.parameters(), twin.parameters());
      assertEquals(0, network.step());
      assertEquals(0, twin.steps());
    }
  }

  @Test
  void copiesInFloat64AreComparedAfterAnUpdateToo() {
    try (Network network = Numbers.network(NETWORK, IMAGE, DataType.FLOAT, 1)) {
      network.step(41);
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      INDArray before = network.parameterVector().dup();
      TwinComparison comparison =
          TwinComparison.ofCopies(network, new Adam(0.9, 0.999, 1e-8, true), 0.01, x, y);
      assertTrue(comparison.agrees(1e-10), () -> "" + comparison.worst());
      assertEquals(List.of(), comparison.notes());
      assertEquals(3 + 6 + 6, comparison.comparisons().size());
      assertEquals(before, network.parameterVector());
      assertEquals(41, network.step());
      Comparison updated =
          comparison.comparisons().stream()
              .filter(c -> c.quantity() == Quantity.PARAMETER && c.name().equals("W1"))
              .findFirst()
              .orElseThrow();
      double moved = updated.ours() - before.getDouble(0);
      assertTrue(Math.abs(moved) > 1e-3, "compared after the update, not before");
    }
  }

  @Test
  void anUpdaterThatDl4jLacksLeavesUpdatesOutAndSaysSo() {
    try (Network network = Numbers.network(NETWORK, IMAGE, DataType.DOUBLE, 1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      TwinComparison comparison =
          TwinComparison.ofCopies(network, new Momentum(0.9), 0.01, x, numbers.targets(network, 4));
      Set<Quantity> compared =
          comparison.comparisons().stream().map(Comparison::quantity).collect(Collectors.toSet());
      assertEquals(
          Set.of(Quantity.OUTPUT, Quantity.LOSS, Quantity.GRADIENT, Quantity.INPUT_GRADIENT),
          compared);
      assertEquals(1, comparison.notes().size());
      assertTrue(comparison.notes().get(0).contains("DL4J has no plain momentum"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatAdamMakesOfABiasBeforeBatchNormIsRoundingAndNotCompared(long seed) {
    String text = "dense(6) batchnorm relu dense(3) | softmax-xent";
    try (Network network = Numbers.network(text, Shape.of(5), DataType.DOUBLE, seed)) {
      Numbers numbers = new Numbers(seed);
      INDArray x = numbers.inputs(network, 4);
      TwinComparison comparison =
          TwinComparison.ofCopies(
              network, new Adam(0.9, 0.999, 1e-8, true), 0.01, x, numbers.targets(network, 4));
      assertTrue(comparison.agrees(1e-10), () -> "" + comparison.worst());
      assertTrue(comparison.notes().get(0).startsWith("b1: the gradient is 0 but for rounding"));
      Set<String> updated =
          comparison.comparisons().stream()
              .filter(c -> c.quantity() == Quantity.PARAMETER)
              .map(Comparison::name)
              .collect(Collectors.toSet());
      assertEquals(Set.of("W1", "gamma2", "beta2", "W3", "b3"), updated);
    }
  }

  @Test
  void differencesAreRelativeToTheLargestEntryOfTheArray() {
    INDArray ours = Nd4j.createFromArray(1e-9, -2.0, 4.0);
    INDArray theirs = Nd4j.createFromArray(2e-9, -2.0, 4.0 + 4e-6);
    Comparison comparison = Comparison.of(Quantity.GRADIENT, "layer", "W1", ours, theirs, 0);
    assertEquals(1e-6, comparison.difference(), 1e-11);
    assertEquals(List.of(2L), comparison.index());
    Comparison byScale = Comparison.of(Quantity.GRADIENT, "layer", "W1", ours, theirs, 400);
    assertEquals(1e-8, byScale.difference(), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void numbersThatAreNotFiniteNeverAgree(double bad) {
    INDArray ours = Nd4j.createFromArray(1.0, bad, 3.0);
    Comparison comparison = Comparison.of(Quantity.OUTPUT, "layer", "y", ours, ours.dup(), 0);
    assertEquals(Double.POSITIVE_INFINITY, comparison.difference());
    assertEquals(List.of(1L), comparison.index());
  }

  @Test
  void arraysOfZerosAgree() {
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 2, 2);
    assertEquals(
        0, Comparison.of(Quantity.GRADIENT, "layer", "W1", zeros, zeros.dup(), 0).difference());
  }

  @ParameterizedTest
  @CsvSource({
    // ours, DL4J's, the network's largest gradient
    "3e-17, 3e-17, 1e-4, true", // below any digit of the largest
    "2e-15, 2.02e-15, 1e-4, true", // of a network that has learned much: they differ in it
    "2e-15, 2e-15, 1e-4, false", // as small, but both have it
    "1e-6, 1.01e-6, 1e-2, false", // a real difference in a small gradient
    "0, 2e-17, 1e-4, true", // cancelled to the last digit in one of them
    "0, 0, 1e-2, false", // nothing to make steps of
  })
  void aGradientIsRoundingWhereItIsSmallAndTheTwoDifferInItsDigits(
      double ours, double theirs, double largest, boolean rounding) {
    INDArray b = Nd4j.createFromArray(0, ours);
    assertEquals(rounding, TwinComparison.isRounding(b, Nd4j.createFromArray(0, theirs), largest));
  }
}
