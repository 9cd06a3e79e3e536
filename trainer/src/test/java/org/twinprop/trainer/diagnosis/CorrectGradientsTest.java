package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind.Example;
import org.twinprop.layers.text.NetworkText;

/** No correct gradient is called wrong, whatever the layer, in float64 and in float32. */
final class CorrectGradientsTest {
  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("examples")
  void ofEveryLayerAreRight(Example example, int batch) {
    try (Network network = network(example)) {
      INDArray x =
          LayerCheck.randomInput(network.architecture().chain(), example.input(), batch, batch);
      INDArray y = classes(network, batch);
      Gradients truth = Gradients.of(network, x, y);
      DiagnosisReport report =
          Diagnosis.withoutDl4j(
              new Submission(
                  network, x, y, truth.byName(), OptionalDouble.of(truth.loss()), false));
      assertTrue(report.ok());
      assertEquals(List.of(), report.explanations());
      report.tensors().forEach(t -> assertEquals(TensorVerdict.RIGHT, t.verdict(), t::name));
    }
  }

  @ParameterizedTest(name = "{0}, batch {1}")
  @MethodSource("examples")
  void ofEveryLayerInFloat32AreRightButForRounding(Example example, int batch) {
    try (Network network = network(example);
        Network student = network.as(DataType.FLOAT)) {
      network.copyFrom(student); // the float32 numbers are those that the student has
      INDArray x =
          LayerCheck.randomInput(network.architecture().chain(), example.input(), batch, batch)
              .castTo(DataType.FLOAT);
      INDArray y = classes(network, batch);
      Gradients theirs = Gradients.of(student, x, y.castTo(DataType.FLOAT));
      Map<String, INDArray> gradients = theirs.byName();
      DiagnosisReport report =
          Diagnosis.withoutDl4j(
              new Submission(
                  network,
                  x.castTo(DataType.DOUBLE),
                  y,
                  gradients,
                  OptionalDouble.of(theirs.loss()),
                  true));
      assertTrue(report.ok(), report::toString);
    }
  }

  /** Two examples of every kind of layer, one on the smallest batch. */
  static Stream<Arguments> examples() {
    return Catalogue.layers().values().stream()
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind.examples().get(0), kind.smallestBatch() + 2),
                    Arguments.of(
                        kind.examples().get(kind.examples().size() - 1), kind.smallestBatch())));
  }

  private static Network network(Example example) {
    Shape output = NetworkText.parseLayers(example.text()).output(example.input());
    String end = (output.rank() == 1 ? "" : " flatten") + " dense(3) | softmax-xent l2=1e-2";
    return Network.of(example.text() + end, example.input(), DataType.DOUBLE, new Xavier(true), 3);
  }

  /** Class numbers that go round. */
  private static INDArray classes(Network network, int batch) {
    double[] numbers = new double[batch];
    for (int n = 0; n < batch; n++) {
      numbers[n] = n % network.output().size(0);
    }
    return Nd4j.create(numbers, new long[] {batch}, DataType.DOUBLE);
  }
}
