package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Adam;

/**
 * Memory off the heap, which the operating system sees and the garbage collector does not. Buffers
 * here are so large that one that is made in every step, or is left over from every network, shows.
 */
class MemoryTest {
  private static final long MIB = 1 << 20;

  /** The memory of the whole process, garbage aside. */
  private static long settled() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return Pointer.physicalBytes();
  }

  @Test
  void trainingStaysFlat() throws InterruptedException {
    Shape input = Shape.of(1, 32, 32);
    String text = "conv(6,5) relu maxpool(2) dropout(0.2) flatten dense(3) | softmax-xent";
    RandomArrays random = new RandomArrays(1);
    List<INDArray[]> batches =
        List.of(
            Training.batch(random, DataType.FLOAT, input, 16),
            Training.batch(random, DataType.FLOAT, input, 5));
    Network network = Network.of(text, input, DataType.FLOAT, new He(true), 1);
    try (Training training = new Training(network, new Adam(0.9, 0.999, 1e-8, false))) {
      run(training, batches, 20);
      long before = settled();
      run(training, batches, 300);
      long growth = settled() - before;
      // the patches of one batch are 1.2 MiB: 300 of them would be 360
      assertTrue(growth < 60 * MIB, "grew by " + growth / MIB + " MiB in 300 steps");
    }
  }

  private static void run(Training training, List<INDArray[]> batches, int steps) {
    for (int i = 0; i < steps; i++) {
      INDArray[] batch = batches.get(i % 4 == 3 ? 1 : 0);
      training.step(batch, 0.001);
      if (i % 50 == 0) {
        training.network.predict(batch[0]);
      }
    }
  }

  @Test
  void closedNetworksLeaveNothing() throws InterruptedException {
    Shape input = Shape.of(1, 32, 32);
    String text = "conv(6,5,pad=1) relu maxpool(2) flatten dense(3) | softmax-xent";
    INDArray[] batch = Training.batch(new RandomArrays(1), DataType.FLOAT, input, 16);
    useOnce(text, input, batch);
    long before = settled();
    for (int i = 0; i < 60; i++) {
      useOnce(text, input, batch);
    }
    long growth = Pointer.physicalBytes() - before;
    // unclosed, the patches and images of 60 networks would be 300 MiB, their frames alone 110
    assertTrue(growth < 60 * MIB, "grew by " + growth / MIB + " MiB over 60 networks");
  }

  private static void useOnce(String text, Shape input, INDArray[] batch) {
    try (Network network = Network.of(text, input, DataType.FLOAT, new He(true), 1)) {
      network.wantInputGradient(true);
      network.loss(batch[0], batch[1]);
      network.backward();
    }
  }
}
