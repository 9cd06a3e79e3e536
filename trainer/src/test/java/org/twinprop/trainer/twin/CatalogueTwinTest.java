package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind.Example;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;

/** Every layer and every loss of the catalogue beside DL4J's, in float64. */
final class CatalogueTwinTest {
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("examples")
  void layerAgreesWithDl4jOrSaysWhyItCannot(Example example, int batch) {
    Shape output = NetworkText.parseLayers(example.text()).output(example.input());
    String end =
        (output.rank() == 1 ? "" : " flatten") + " dense(3) | softmax-xent l1=1e-3 l2=1e-2";
    agrees(example.text() + end, example.input(), batch);
  }

  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("losses")
  void lossAgreesWithDl4jOrSaysWhyItCannot(String loss, int batch) {
    agrees("dense(7) tanh dense(4) | " + loss, Shape.of(5), batch);
    agrees("dense(1) | " + loss, Shape.of(2), batch);
    agrees("tanh | " + loss, Shape.of(3), batch);
    agrees("flatten | " + loss, Shape.of(1, 2, 2), batch);
    agrees("dense(3) sigmoid | " + loss + " l1=0.01 l2=0.1", Shape.of(4), batch);
  }

  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("losses")
  void lossOfEveryStepAgreesWithDl4jOrSaysWhyItCannot(String loss, int batch) {
    agrees("dense(3) tanh dense(2) | " + loss + " l2=0.1", Shape.of(4, 3), batch);
    agrees("dense(2) | " + loss, Shape.of(1, 3), batch);
    agrees("dense(1) | " + loss, Shape.of(5, 2), batch);
    agrees("dense(1) | " + loss, Shape.of(1, 1), batch);
  }

  static Stream<Arguments> examples() {
    return Catalogue.layers().values().stream()
        .flatMap(
            kind ->
                kind.examples().stream()
                    .flatMap(
                        example ->
                            Stream.of(kind.smallestBatch(), kind.smallestBatch() + 2)
                                .map(batch -> Arguments.of(example, batch))));
  }

  static Stream<Arguments> losses() {
    return Catalogue.losses().keySet().stream()
        .flatMap(loss -> Stream.of(Arguments.of(loss, 1), Arguments.of(loss, 3)));
  }

  private static void agrees(String text, Shape input, int batch) {
    Optional<String> whyNot = Twin.whyNot(NetworkText.parse(text), input);
    if (whyNot.isPresent()) {
      System.out.println("no twin: " + whyNot.get());
      assertFalse(whyNot.get().isBlank());
      return;
    }
    try (Network network = Numbers.network(text, input, DataType.DOUBLE, 7);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(11);
      INDArray x = numbers.inputs(network, batch);
      INDArray y = numbers.targets(network, batch);
      TwinComparison comparison = TwinComparison.of(network, twin, x, y);
      assertEquals(arraysOf(network), comparison.comparisons().size());
      assertTrue(comparison.agrees(TOLERANCE), () -> text + ": " + comparison.worst());
      TwinComparison updated = TwinComparison.ofCopies(network, new Sgd(), 0.1, x, y);
      assertEquals(arraysOf(network) - leftOut(updated), updated.comparisons().size());
      assertTrue(updated.agrees(TOLERANCE), () -> text + ", updated: " + updated.worst());
      double ours = network.loss(x, y);
      assertEquals(ours, twin.step(x, y), TOLERANCE * Math.abs(ours), "the loss before a step");
    }
  }

  /** How many parameters have a gradient that is nothing but rounding, as the note names them. */
  private static int leftOut(TwinComparison updated) {
    return updated.notes().stream().mapToInt(note -> note.split(":")[0].split(", ").length).sum();
  }

  /** Output, loss and input gradient; parameters and their gradients; running statistics. */
  private static int arraysOf(Network network) {
    int inputGradients = network.architecture().chain().indices() > 0 ? 0 : 1;
    return 2 + inputGradients + 2 * network.parameters().size() + network.states().size();
  }
}
