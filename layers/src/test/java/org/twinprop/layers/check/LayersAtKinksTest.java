package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.text.NetworkText;

/** Real layers exactly at their kinks. */
class LayersAtKinksTest {
  private static TensorCheck atKink(Layer layer, INDArray x) {
    return LayerCheck.check(layer, x, 3, GradientCheck.ofAllEntries()).of("x");
  }

  @Test
  void reluAtZeroIsKink() {
    INDArray x = Nd4j.create(new double[][] {{0, 1, -1}, {0, 0, 2}});
    TensorCheck found = atKink(NetworkText.parseLayers("relu"), x);
    assertEquals(Verdict.KINK, found.verdict(), found::toString);
    assertEquals(3, found.kinks());
  }

  @Test
  void equalEntriesUnderMaxPoolingAreKinks() {
    INDArray x = Nd4j.ones(DataType.DOUBLE, 2, 1, 4, 4);
    x.putScalar(new int[] {0, 0, 0, 0}, 5); // the only window of eight without a tie
    TensorCheck found = atKink(NetworkText.parseLayers("maxpool(2)"), x);
    assertEquals(Verdict.KINK, found.verdict(), found::toString);
    assertEquals(28, found.kinks());
  }

  /** relu, but for its derivative at 0. */
  private record ReluWithSlopeAtZero(double slope) implements Layer {
    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("x", x);
      return x.gt(0).castTo(x.dataType()).muli(x);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      INDArray x = cache.kept("x");
      INDArray slopes = x.gt(0).castTo(x.dataType());
      return slopes.addi(x.eq(0).castTo(x.dataType()).muli(slope)).muli(dy);
    }
  }

  @Test
  void onlySubgradientsOfReluPassAtZero() {
    INDArray x = Nd4j.create(new double[][] {{0, 0.5, -0.5}});
    assertEquals(Verdict.KINK, atKink(new ReluWithSlopeAtZero(0), x).verdict());
    assertEquals(Verdict.KINK, atKink(new ReluWithSlopeAtZero(1), x).verdict());
    assertEquals(Verdict.KINK, atKink(new ReluWithSlopeAtZero(0.5), x).verdict());
    assertEquals(Verdict.WRONG, atKink(new ReluWithSlopeAtZero(1.01), x).verdict());
    assertEquals(Verdict.WRONG, atKink(new ReluWithSlopeAtZero(-0.01), x).verdict());
  }

  private static Network penalised() {
    Network network =
        Network.of("dense(3) | mse l1=0.1", Shape.of(2), DataType.DOUBLE, new He(true), 1);
    network.parameters().get("W1").putScalar(0, 1, 0);
    network.parameters().get("W1").putScalar(1, 2, 0);
    return network;
  }

  @Test
  void weightOfZeroUnderL1IsKink() {
    try (Network network = penalised()) {
      INDArray x = Nd4j.create(new double[][] {{0.5, -1}});
      GradientReport report =
          NetworkCheck.check(
              network, x, Nd4j.ones(DataType.DOUBLE, 1, 3), GradientCheck.ofAllEntries());
      assertEquals(Verdict.KINK, report.of("W1").verdict(), report::toString);
      assertEquals(2, report.of("W1").kinks());
      assertEquals(Verdict.OK, report.of("b1").verdict());
      assertEquals(Verdict.OK, report.of("x").verdict());
    }
  }

  /**
   * A network as it begins, biases 0, on images with a background of 0: every relu over the
   * background is at its kink, and every window of the pooling has ties.
   */
  @Test
  void freshNetworkOnEmptyBackgroundHasKinksButNoErrors() {
    String text = "conv(3,3) relu maxpool(3,stride=2) conv(2,2) relu flatten dense(3)";
    INDArray x = Nd4j.zeros(DataType.DOUBLE, 2, 1, 10, 10);
    x.putScalar(new int[] {0, 0, 4, 5}, 0.9);
    x.putScalar(new int[] {0, 0, 5, 5}, 0.4);
    x.putScalar(new int[] {1, 0, 7, 2}, 0.7);
    INDArray y = Nd4j.create(new double[][] {{1, 0, 0}, {0, 0, 1}});
    try (Network network =
        Network.of(
            text + " | softmax-xent", Shape.of(1, 10, 10), DataType.DOUBLE, new He(true), 4)) {
      GradientReport report = NetworkCheck.check(network, x, y, GradientCheck.ofSample(60, 1));
      assertTrue(report.passed(), report::toString);
      assertTrue(report.of("x").kinks() > 20, report::toString);
      assertEquals(Verdict.KINK, report.of("b1").verdict(), report::toString);
      assertFalse(report.of("W1").maxRelativeError() > 1e-7, report::toString);
    }
  }
}
