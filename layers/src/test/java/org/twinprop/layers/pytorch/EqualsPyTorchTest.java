package org.twinprop.layers.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.entries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

/**
 * Networks drawn from the whole catalogue, against the numbers of PyTorch's autograd in float64.
 */
class EqualsPyTorchTest {
  private static final double TOLERANCE = 1e-9;

  /**
   * Where a gradient is 0 but for rounding (a bias before batch norm), its own size means nothing:
   * it is then measured against this share of the network's largest gradient.
   */
  private static final double NEGLIGIBLE = 1e-3;

  private static final Pattern MASK = Pattern.compile("mask(\\d+)");
  private static final Map<String, Double> WORST = new TreeMap<>();

  static List<PyTorchCase> cases() {
    return PyTorchCase.all();
  }

  @BeforeAll
  static void sayWhoComputedTheNumbers() {
    System.out.println("expected numbers are those of " + PyTorchCase.version());
  }

  @AfterAll
  static void sayHowCloseWeCame() {
    WORST.forEach(
        (what, difference) ->
            System.out.printf(Locale.ROOT, "largest difference, %s: %.1e%n", what, difference));
  }

  @Test
  void casesAreManyAndReachTheWholeCatalogue() {
    List<PyTorchCase> cases = cases();
    assertTrue(cases.size() >= 200, cases.size() + " cases");
    Set<String> names =
        cases.stream()
            .flatMap(drawn -> Arrays.stream(drawn.network().split("[ (),|]+")))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(Catalogue.layers().keySet());
    missing.addAll(Catalogue.losses().keySet());
    missing.removeAll(names);
    assertEquals(Set.of(), missing);
    for (String given : List.of("weights", "steps")) {
      assertTrue(cases.stream().anyMatch(drawn -> drawn.get(given) != null), given);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void sameNumbers(PyTorchCase expected) {
    try (Network network =
        new Network(NetworkText.parse(expected.network()), expected.input(), DataType.DOUBLE, 1)) {
      give(network, expected);
      network.wantInputGradient(true);
      double loss =
          network.loss(
              expected.get("x"), expected.get("y"), expected.get("weights"), expected.get("steps"));
      double expectedLoss = expected.get("loss").getDouble(0);
      assertEquals(expectedLoss, loss, TOLERANCE * Math.abs(expectedLoss), "loss");
      WORST.merge("loss", loss == expectedLoss ? 0 : Math.abs(loss / expectedLoss - 1), Math::max);
      network.backward();
      assertGradients(network, expected);
      network.states().forEach((name, state) -> assertEqual(name, expected.get(name), state, 0));
      INDArray output = network.forward(expected.get("x"), true);
      assertEqual("output", expected.get("output"), output, 0);
    }
  }

  /** In use, after one step of training, so that running statistics have moved. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void samePredictions(PyTorchCase expected) {
    try (Network network =
        new Network(NetworkText.parse(expected.network()), expected.input(), DataType.DOUBLE, 1)) {
      give(network, expected);
      network.forward(expected.get("x"), true);
      INDArray prediction = network.predict(expected.get("x"));
      assertEqual("prediction", expected.get("prediction"), prediction, 0);
    }
  }

  private static void give(Network network, PyTorchCase expected) {
    Set<String> parameters = network.parameters().keySet();
    parameters.forEach(name -> network.parameters().get(name).assign(expected.get(name)));
    expected
        .arrays()
        .forEach(
            (name, array) -> {
              if (MASK.matcher(name).matches()) {
                network.cacheOfLayer(Integer.parseInt(name.substring(4))).mask(array);
              }
            });
  }

  private static void assertGradients(Network network, PyTorchCase expected) {
    Map<String, INDArray> gradients = new TreeMap<>(network.gradients());
    if (expected.get("dx") != null) {
      gradients.put("x", network.inputGradient());
    }
    double largest =
        gradients.keySet().stream()
            .mapToDouble(name -> largest(expected.get("d" + name)))
            .max()
            .orElseThrow();
    gradients.forEach(
        (name, gradient) ->
            assertEqual("d" + name, expected.get("d" + name), gradient, NEGLIGIBLE * largest));
  }

  /**
   * @param atLeast what differences are divided by where the tensor's own largest entry is smaller
   */
  private static void assertEqual(String name, INDArray expected, INDArray actual, double atLeast) {
    assertArrayEquals(expected.shape(), actual.shape(), name);
    double[] a = entries(expected);
    double[] b = entries(actual);
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
      assertTrue(Double.isFinite(b[i]), name);
    }
    double scale = Math.max(largest(expected), atLeast);
    double relative = difference == 0 ? 0 : difference / scale;
    WORST.merge(name.replaceAll("\\d+$", ""), relative, Math::max);
    assertTrue(relative <= TOLERANCE, name + " differs by " + relative);
  }

  private static double largest(INDArray array) {
    return Arrays.stream(entries(array)).map(Math::abs).max().orElseThrow();
  }
}
