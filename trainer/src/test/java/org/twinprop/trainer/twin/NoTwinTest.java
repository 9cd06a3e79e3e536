package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.Targets;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.layers.updater.Updater;
import org.twinprop.layers.updater.UpdaterState;

/** What DL4J has no twin of, such as a layer of a person's own, is named. */
final class NoTwinTest {
  private static final Shape INPUT = Shape.of(3);

  @Test
  void aLayerWithoutTwinIsNamedWithItsPlace() {
    Architecture architecture =
        Architecture.of(new MeanSquaredError(), new Dense(2, true), new Doubling());
    String why = "layer 2, doubling: DL4J has no twin of doubling";
    assertEquals(Optional.of(why), Twin.whyNot(architecture, INPUT));
    try (Network network = new Network(architecture, INPUT, DataType.DOUBLE, 1)) {
      Exception thrown =
          assertThrows(IllegalArgumentException.class, () -> Twin.of(network, new Sgd(), 0.1));
      assertEquals(why, thrown.getMessage());
    }
  }

  @Test
  void aLossWithoutTwinIsNamed() {
    Architecture architecture = Architecture.of(new NoLoss(), new Dense(2, true));
    assertEquals(
        Optional.of("DL4J has no twin of the loss no-loss"), Twin.whyNot(architecture, INPUT));
  }

  @Test
  void aNetworkOfLayersWithTwinsHasOne() {
    Architecture architecture = Architecture.of(new MeanSquaredError(), new Dense(2, true));
    assertEquals(Optional.empty(), Twin.whyNot(architecture, INPUT));
  }

  @Test
  void withAnUpdaterThatDl4jLacksGradientsAreStillCompared() {
    Architecture architecture = Architecture.of(new MeanSquaredError(), new Dense(2, true));
    try (Network network = new Network(architecture, INPUT, DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Backwards(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      TwinComparison comparison = TwinComparison.ofCopies(network, new Backwards(), 0.1, x, y);
      assertTrue(comparison.agrees(1e-10));
      String why = "DL4J has no updater like backwards: its twin cannot be trained";
      assertEquals(List.of(why), comparison.notes());
      Exception thrown = assertThrows(IllegalStateException.class, () -> twin.step(x, y));
      assertEquals(why, thrown.getMessage());
    }
  }

  private record Doubling() implements Layer {
    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public INDArray forward(INDArray x, Cache cache) {
      return x.mul(2);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return dy.mul(2);
    }

    @Override
    public String toString() {
      return "doubling";
    }
  }

  private record NoLoss() implements Loss {
    @Override
    public INDArray forward(INDArray z, INDArray y, Cache cache) {
      return z.sum(1).muli(0);
    }

    @Override
    public INDArray backward(INDArray z, INDArray y, Cache cache) {
      return z.mul(0);
    }

    @Override
    public String name() {
      return "no-loss";
    }

    @Override
    public Targets targets() {
      return Targets.NUMBERS;
    }

    @Override
    public String toString() {
      return "no-loss";
    }
  }

  private record Backwards() implements Updater {
    @Override
    public List<String> state() {
      return List.of();
    }

    @Override
    public void update(INDArray theta, INDArray g, UpdaterState state, double rate, long t) {
      theta.addi(g.mul(rate));
    }

    @Override
    public String toString() {
      return "backwards";
    }
  }
}
