package org.twinprop.experiments.training;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;

/**
 * A look ahead, before the first epoch: whether the network can learn from the first examples, in a
 * batch as small as the smallest of an epoch. Layers and losses refuse what only numbers show: that
 * targets are not theirs, or that one example has no variance.
 */
final class FirstBatch {
  private static final int ENOUGH = 2;

  private FirstBatch() {}

  /**
   * @param network is not changed
   * @param batch examples a step
   * @throws IllegalArgumentException if a layer or the loss refuses the examples
   * @throws BadInput if it refuses nothing but the last batch of an epoch
   */
  static void require(Network network, Examples examples, int batch) {
    int last = (examples.size() - 1) % batch + 1;
    loss(network, examples, Math.min(ENOUGH, Math.min(batch, examples.size())));
    if (last == 1 && batch > 1) {
      try {
        loss(network, examples, 1);
      } catch (IllegalArgumentException e) {
        throw new BadInput(
            "with %d a batch, the last batch of an epoch has a single one of %,d examples (%s): take %d a batch"
                .formatted(batch, examples.size(), e.getMessage(), another(examples.size(), batch)),
            e);
      }
    }
  }

  /** The next larger batch that leaves no single example. */
  private static int another(int examples, int batch) {
    int larger = batch + 1;
    while (examples % larger == 1) {
      larger++;
    }
    return larger;
  }

  private static void loss(Network network, Examples examples, int count) {
    int[] rows = IntStream.range(0, count).toArray();
    try (Network copy = network.as(network.type());
        INDArray x = of(network, examples.inputShape(), count);
        INDArray y = of(network, examples.targetShape(), count)) {
      examples.inputs(rows, x);
      examples.targets(rows, y);
      copy.loss(x, y);
    }
  }

  private static INDArray of(Network network, long[] shape, int count) {
    return Nd4j.create(network.type(), Shape.of(shape).ofBatch(count));
  }
}
