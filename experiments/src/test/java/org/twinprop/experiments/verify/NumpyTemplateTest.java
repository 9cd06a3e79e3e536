package org.twinprop.experiments.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.verify.template.NumpyTemplate;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.trainer.submission.NumpySubmission;

/** Scripts run as they are printed, and their forward pass is the hand-written layers'. */
class NumpyTemplateTest {
  private static final String PYTHON = System.getProperty("twinprop.python", "python3");
  private static boolean numpy;

  @TempDir Path folder;

  @BeforeAll
  static void findPython() throws IOException, InterruptedException {
    try {
      numpy = run(Path.of("."), List.of(PYTHON, "-c", "import numpy")) == 0;
    } catch (IOException e) {
      numpy = false;
    }
    if (!numpy) {
      System.out.println(
          "Scripts are printed but not run: "
              + PYTHON
              + " with NumPy was not found"
              + " (-Dtwinprop.python=... names one)");
    }
  }

  private static int run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "Python did not end");
    return process.exitValue();
  }

  /** An example of every layer, with a loss that takes its output, and every loss. */
  static Stream<String> networks() {
    Stream<String> layers =
        Catalogue.layers().values().stream().map(NumpyTemplateTest::network).distinct();
    Stream<String> losses =
        Catalogue.losses().keySet().stream().map(loss -> "dense(3) tanh dense(2) | " + loss);
    return Stream.concat(
        Stream.concat(layers, losses),
        Stream.of(
            "leakyrelu(0.2) elu(0.5) dense(2) | mse l1=0.01 l2=0.02",
            "conv(2,3x2,stride=2x1,pad=1x0,dilation=1x2,bias=false) maxpool(2,stride=1,pad=1)"
                + " avgpool(3x2,stride=1,pad=1) flatten dense(2) | softmax-xent",
            "residual(dense(5) tanh residual(relu)) dropout(0.5) dense(2) | softmax-xent",
            "lstm(3) dense(2) | softmax-xent l2=0.1",
            "embedding(9,4) rnn(3) laststep dense(2) | sigmoid-xent"));
  }

  private static String network(LayerKind kind) {
    LayerKind.Example example = kind.examples().get(0);
    boolean images = NetworkText.parseLayers(example.text()).output(example.input()).rank() > 2;
    return example.text() + (images ? " flatten" : "") + " | mse";
  }

  private static Optional<Shape> input(String network) {
    return Catalogue.layers().values().stream()
        .filter(kind -> network(kind).equals(network))
        .map(kind -> kind.examples().get(0).input())
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theScriptRunsAndItsLossIsOurs(String network) throws IOException, InterruptedException {
    String script = NumpyTemplate.of(network, input(network));
    assertTrue(script.contains("# TODO") || !script.contains("= 0.3"), script);
    assumeTrue(numpy, "skipped: no Python with NumPy");
    Files.writeString(folder.resolve("student.py"), script, StandardCharsets.UTF_8);
    int code = run(folder, List.of(PYTHON, "-W", "error", "student.py"));
    assertEquals(0, code, () -> script + output());
    if (!script.contains("# TODO")) {
      return; // nothing to derive, so nothing to hand in
    }
    try (NumpySubmission read =
        NumpySubmission.read(folder.resolve("student.npz"), NetworkText.parse(network), false)) {
      var submission = read.submission();
      double loss = submission.network().loss(submission.x(), submission.y());
      assertEquals(loss, submission.loss().orElseThrow(), 1e-12 * Math.max(1, Math.abs(loss)));
      for (INDArray gradient : submission.gradients().values()) {
        assertEquals(0, gradient.norm1Number().doubleValue(), "not written yet");
      }
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"conv(2,3) relu | mse", "dense(3) relux | mse", "conv(2,99) flatten | mse"})
  void aNetworkThatIsNoneIsRefused(String network) {
    assertThrows(IllegalArgumentException.class, () -> NumpyTemplate.of(network, Optional.empty()));
  }

  @Test
  void theInputCanBeChosen() {
    String script = NumpyTemplate.of("conv(2,3) flatten | mse", Optional.of(Shape.parse("3x9x9")));
    assertTrue(script.contains("x = rng.normal(size=(8, 3, 9, 9))"), script);
  }
}
