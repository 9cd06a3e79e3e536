package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.text.Catalogue;

/** Every loss that a text can name, at the end of small networks, with and without penalties. */
class EveryLossGradientTest {
  private static final List<String> PENALTIES = List.of("", "l2=0.1", "l1=0.03", "l1=0.02 l2=0.05");
  private static final List<Shape> INPUTS = List.of(Shape.of(5), Shape.of(1), Shape.of(3, 2));

  static Stream<Arguments> networks() {
    return Catalogue.losses().keySet().stream()
        .flatMap(
            loss ->
                INPUTS.stream()
                    .flatMap(
                        input ->
                            Stream.of("dense(4) tanh dense(3)", "dense(2, bias=false)", "dense(1)")
                                .map(layers -> Arguments.of(layers, loss, input))));
  }

  /** Targets as the loss wants them. */
  private static INDArray targets(String loss, RandomArrays random, long... shape) {
    return switch (loss) {
      case "softmax-xent" -> random.distributions(shape);
      case "sigmoid-xent" -> random.of(new double[] {0, 1}, shape);
      case "hinge", "squared-hinge" -> random.of(new double[] {-1, 1}, shape);
      default -> random.gaussian(shape);
    };
  }

  @ParameterizedTest(name = "{0} | {1} on {2}")
  @MethodSource("networks")
  void analyticGradientsAreTheNumericOnes(String layers, String loss, Shape input) {
    for (String penalty : PENALTIES) {
      for (long batch : new long[] {1, 3}) {
        String text = layers + " | " + loss + " " + penalty;
        try (Network network = Network.of(text, input, DataType.DOUBLE, new Xavier(false), batch)) {
          RandomArrays random = new RandomArrays(batch);
          INDArray x = random.gaussian(input.ofBatch(batch));
          INDArray y = targets(loss, random, network.output().ofBatch(batch));
          GradientReport report = NetworkCheck.check(network, x, y, GradientCheck.ofAllEntries());
          assertEquals(
              Verdict.OK, report.worst().verdict(), () -> text + ", " + batch + "\n" + report);
          assertTrue(report.worst().maxRelativeError() < 1e-7, () -> text + "\n" + report);
        }
      }
    }
  }
}
