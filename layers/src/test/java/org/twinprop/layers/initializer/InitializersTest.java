package org.twinprop.layers.initializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertClose;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;
import static org.twinprop.layers.ArrayAssertions.entries;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

class InitializersTest {
  private static Initializer initializer(String text) {
    return NetworkText.parseOne(text, "initializer", Catalogue.initializers());
  }

  private static Network network(String text, Shape input, String initializer, long seed) {
    return Network.of(text + " | mse", input, DataType.DOUBLE, initializer(initializer), seed);
  }

  /** dense(100) on 50 has fans 50 and 100; conv(20,5x3) on 8 channels 8*15 and 20*15. */
  @ParameterizedTest
  @CsvSource({
    "xavier, 150",
    "xavier(normal), 150",
    "he, 50",
    "he(distribution=uniform), 50",
    "lecun, 100",
    "lecun(uniform), 100",
  })
  void varianceOfDenseWeightsFollowsFromTheFans(String initializer, double fans) {
    try (Network network = network("dense(100)", Shape.of(50), initializer, 3)) {
      assertVariance(2 / fans, network.parameters().get("W1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"xavier, 420", "xavier(normal), 420", "he, 120", "he(uniform), 120", "lecun, 240"})
  void varianceOfKernelsCountsEveryPlaceOfTheKernel(String initializer, double fans) {
    String text = "conv(20,5x3) flatten dense(1)";
    try (Network network = network(text, Shape.of(8, 6, 4), initializer, 4)) {
      assertVariance(2 / fans, network.parameters().get("W1"));
    }
  }

  /** Mean and variance within four standard errors of a sample of this size. */
  private static void assertVariance(double variance, INDArray weights) {
    double[] w = entries(weights);
    double mean = Arrays.stream(w).average().orElseThrow();
    double mean2 = Arrays.stream(w).map(v -> v * v).average().orElseThrow();
    double mean4 = Arrays.stream(w).map(v -> v * v * v * v).average().orElseThrow();
    assertEquals(0, mean, 4 * Math.sqrt(variance / w.length));
    assertEquals(variance, mean2, 4 * Math.sqrt((mean4 - mean2 * mean2) / w.length));
  }

  @ParameterizedTest
  @CsvSource({
    "xavier(uniform), 0.2",
    "he(uniform), 0.34641016151377546",
    "lecun(uniform), 0.24494897427831783"
  })
  void uniformStaysWithinItsBounds(String initializer, double bound) {
    try (Network network = network("dense(100)", Shape.of(50), initializer, 3)) {
      double[] w = entries(network.parameters().get("W1"));
      double largest = Arrays.stream(w).map(Math::abs).max().orElseThrow();
      assertTrue(largest <= bound, "largest " + largest);
      assertTrue(largest > 0.99 * bound, "largest " + largest);
    }
  }

  /** All of the shorter side's vectors: unit length, or gain times that, and at right angles. */
  @ParameterizedTest
  @CsvSource({"4, 9, orthogonal, 1", "9, 4, orthogonal, 1", "6, 6, orthogonal(gain=1.5), 2.25"})
  void orthogonalWeightsKeepLengths(long inputs, int outputs, String initializer, double square) {
    try (Network network = network("dense(" + outputs + ")", Shape.of(inputs), initializer, 3)) {
      INDArray W = network.parameters().get("W1");
      INDArray products = inputs <= outputs ? W.mmul(W.transpose()) : W.transpose().mmul(W);
      assertClose(Nd4j.eye(products.size(0)).castTo(DataType.DOUBLE).mul(square), products, 1e-14);
    }
  }

  @Test
  void orthogonalKernelsHaveOneVectorAnOutput() {
    String text = "conv(3,2) flatten dense(1)";
    try (Network network = network(text, Shape.of(2, 4, 4), "orthogonal", 4)) {
      INDArray kernels = network.parameters().get("W1").dup('c').reshape('c', 3, 8);
      INDArray products = kernels.mmul(kernels.transpose());
      assertClose(Nd4j.eye(3).castTo(DataType.DOUBLE), products, 1e-14);
    }
  }

  @ParameterizedTest
  @CsvSource({"zeros, 0", "constant(0.25), 0.25", "constant(value=-3), -3"})
  void constantWeightsAreAllTheSame(String initializer, double value) {
    try (Network network = network("dense(2)", Shape.of(3), initializer, 3)) {
      INDArray W = network.parameters().get("W1");
      assertEntries(0, W, value, value, value, value, value, value);
      assertEntries(0, network.parameters().get("b1"), 0, 0);
    }
  }

  @Test
  void normalIsNotUniform() {
    try (Network network = network("dense(100)", Shape.of(50), "he", 3)) {
      double[] w = entries(network.parameters().get("W1"));
      double deviation = Math.sqrt(2.0 / 50);
      double within = Arrays.stream(w).filter(v -> Math.abs(v) < deviation).count();
      assertEquals(0.6827, within / w.length, 4 * Math.sqrt(0.6827 * 0.3173 / w.length));
    }
  }

  @Test
  void sameSeedSameNumbers() {
    String text = "conv(2,2) flatten dense(3)";
    try (Network a = network(text, Shape.of(1, 4, 4), "he", 5);
        Network b = network(text, Shape.of(1, 4, 4), "he", 5);
        Network c = network(text, Shape.of(1, 4, 4), "he", 6)) {
      assertIdentical(a.parameterVector(), b.parameterVector());
      assertFalse(Arrays.equals(entries(a.parameterVector()), entries(c.parameterVector())));
      assertEntries(0, a.parameters().get("b1"), 0, 0);
    }
  }

  @Test
  void precisionDoesNotChangeWhatIsDrawn() {
    Initializer he = initializer("he");
    String text = "dense(30) | mse";
    try (Network narrow = Network.of(text, Shape.of(20), DataType.FLOAT, he, 5);
        Network wide = Network.of(text, Shape.of(20), DataType.DOUBLE, he, 5)) {
      INDArray widened = narrow.parameterVector().castTo(DataType.DOUBLE);
      assertClose(wide.parameterVector(), widened, 1e-7);
    }
  }

  @Test
  void equalLayersOfOneNetworkDiffer() {
    try (Network network = network("dense(3) dense(3)", Shape.of(3), "he", 5)) {
      assertFalse(
          Arrays.equals(
              entries(network.parameters().get("W1")), entries(network.parameters().get("W2"))));
    }
  }
}
