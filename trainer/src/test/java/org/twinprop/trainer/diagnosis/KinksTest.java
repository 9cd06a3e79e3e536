package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;

/** Where a loss has a kink, a student may take another subgradient than we do. */
final class KinksTest {
  @Test
  void anotherSlopeOfReluAtZeroIsNoMistake() {
    try (Network network =
        Network.of("relu | mse", Shape.of(3), DataType.DOUBLE, new Xavier(true), 1)) {
      INDArray x = Nd4j.createFromArray(new double[][] {{0, 1, -1}, {2, 0, 0.5}});
      INDArray y = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 2, 1}});
      double[][] dx = new double[2][3];
      for (int n = 0; n < 2; n++) {
        for (int d = 0; d < 3; d++) {
          double z = Math.max(0, x.getDouble(n, d));
          double dz = 2 * (z - y.getDouble(n, d)) / 3 / 2;
          dx[n][d] = x.getDouble(n, d) >= 0 ? dz : 0; // 1 at 0, where we take 0
        }
      }
      DiagnosisReport report = diagnose(network, x, y, Map.of("x", Nd4j.createFromArray(dx)));
      assertEquals(TensorVerdict.KINK, report.of("dx").verdict());
      assertTrue(report.ok());
      assertEquals(List.of(), report.explanations());
      assertTrue(report.notes().get(0).contains("exactly 0"), report.notes()::toString);
    }
  }

  @Test
  void theLastOfEqualMaximaMayGetTheGradientButNotAllOfThem() {
    try (Network network =
        Network.of(
            "maxpool(2) flatten | mse", Shape.of(1, 2, 4), DataType.DOUBLE, new Xavier(true), 1)) {
      INDArray x =
          Nd4j.createFromArray(new double[] {1, 3, 5, 5, 3, 2, 5, 4}).reshape('c', 1, 1, 2, 4);
      INDArray y = Nd4j.createFromArray(new double[][] {{1, 2}});
      // z is 3 and 5, and dz is 2 (z - y) / 2
      DiagnosisReport last = diagnose(network, x, y, Map.of("x", image(0, 0, 0, 0, 2, 0, 3, 0)));
      assertEquals(TensorVerdict.KINK, last.of("dx").verdict());
      DiagnosisReport even = diagnose(network, x, y, Map.of("x", image(0, 1, 1, 1, 1, 0, 1, 0)));
      assertEquals(TensorVerdict.KINK, even.of("dx").verdict());
      DiagnosisReport all = diagnose(network, x, y, Map.of("x", image(0, 2, 3, 3, 2, 0, 3, 0)));
      assertEquals("pool-routing", all.explanations().get(0).code());
      assertFalse(all.ok());
    }
  }

  @Test
  void whatNoKnownMistakeGivesIsSaidToBeUnexplained() {
    try (Network network =
        Network.of(
            "dense(4) tanh dense(3) | softmax-xent",
            Shape.of(5),
            DataType.DOUBLE,
            new Xavier(true),
            1)) {
      INDArray x = Nd4j.linspace(DataType.DOUBLE, -1, 0.07, 30).reshape('c', 6, 5);
      INDArray y = Nd4j.createFromArray(0.0, 1, 2, 0, 1, 2);
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      network
          .parameters()
          .forEach(
              (n, p) ->
                  gradients.put(
                      n,
                      Nd4j.math()
                          .sin(
                              Nd4j.linspace(DataType.DOUBLE, 1, 7.3, p.length())
                                  .reshape('c', p.shape()))));
      DiagnosisReport report = diagnose(network, x, y, gradients);
      assertEquals(List.of(), report.explanations());
      assertEquals(List.of("dW1", "db1", "dW2", "db2"), report.unexplained());
    }
  }

  private static INDArray image(double... entries) {
    return Nd4j.createFromArray(entries).reshape('c', 1, 1, 2, 4);
  }

  private static DiagnosisReport diagnose(
      Network network, INDArray x, INDArray y, Map<String, INDArray> gradients) {
    return Diagnosis.of(new Submission(network, x, y, gradients, OptionalDouble.empty(), false));
  }
}
