package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;

class GpuMemoryNeedTest {
  private static final Gpu SMALL =
      new Gpu(0, "GPU-0", "GTX 750", new ComputeCapability(5, 0), 2_000_000_000L, false);

  @Test
  void theLargestBatchThatFitsIsSaid() {
    BadInput thrown =
        assertThrows(BadInput.class, () -> new GpuMemoryNeed(5e8, 1e6, 4096).requireOn(SMALL));
    assertEquals(
        "batches of 4,096 need at least 4.6 GB of memory, but the GPU, GTX 750, has 2.0 GB: the"
            + " largest batch that fits is --batch 1500",
        thrown.getMessage());
    assertDoesNotThrow(() -> new GpuMemoryNeed(5e8, 1e6, 1500).requireOn(SMALL));
    assertThrows(BadInput.class, () -> new GpuMemoryNeed(5e8, 1e6, 1501).requireOn(SMALL));
  }

  @Test
  void aNetworkThatNoBatchOfFitsIsRefusedToo() {
    BadInput thrown =
        assertThrows(BadInput.class, () -> new GpuMemoryNeed(3e9, 1e6, 1).requireOn(SMALL));
    assertTrue(thrown.getMessage().contains("no batch fits"), thrown.getMessage());
  }

  @Test
  void whatAnExampleAddsIsReckonedFromTheNetwork() {
    GpuMemoryNeed need = GpuMemoryNeed.of(need(0), need(10), 10);
    assertEquals(need(0).bytes(), need.fixed());
    assertEquals(2 * (784 + 10) * 4, need.example());
  }

  private static MemoryNeed need(int rows) {
    return MemoryNeed.of(
        NetworkText.parse("flatten dense(10) | softmax-xent"),
        Shape.of(1, 28, 28),
        new Sgd(),
        DataType.FLOAT,
        rows,
        false);
  }
}
