package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;

class MemoryNeedTest {
  private static final Shape IMAGE = Shape.of(1, 28, 28);

  private static MemoryNeed need(String network, DataType type, int rows, boolean twin) {
    return MemoryNeed.of(NetworkText.parse(network), IMAGE, new Sgd(), type, rows, twin);
  }

  @Test
  void everyCopyOfAParameterAndOfAnOutputCounts() {
    MemoryNeed alone = need("flatten dense(10) | softmax-xent", DataType.FLOAT, 3, false);
    assertEquals(7850, alone.parameters());
    assertEquals(7850 * (4 * 4 + 3 * 8) + 3 * 2 * (784 + 10) * 4, alone.bytes());
    assertEquals(7840 * 8, alone.heapBytes());
    MemoryNeed beside = need("flatten dense(10) | softmax-xent", DataType.DOUBLE, 3, true);
    assertEquals(7850 * (6 * 8 + 4 * 8) + 2 * 3 * 2 * (784 + 10) * 8, beside.bytes());
  }

  @Test
  void layersInsideLayersCountToo() {
    MemoryNeed need =
        need("flatten residual(dense(784)) dense(10) | mse", DataType.FLOAT, 1, false);
    assertEquals(784 * 784 + 784 + 7850, need.parameters());
    assertEquals(784 * 784 * 8, need.heapBytes());
  }

  @Test
  void moreThanTheMachineHasIsRefusedWithBothNumbers() {
    MemoryNeed need = new MemoryNeed(1.5e9, 60e9, 1e9);
    BadInput memory = assertThrows(BadInput.class, () -> need.requireWithin(16e9, 0, 8e9));
    assertEquals(
        "the network has 1,500,000,000 parameters and needs at least 60.0 GB of memory, but this"
            + " machine has 16.0 GB: give its layers fewer outputs, or lower --batch",
        memory.getMessage());
    BadInput resident = assertThrows(BadInput.class, () -> need.requireWithin(64e9, 48e9, 8e9));
    assertTrue(
        resident
            .getMessage()
            .contains("needs at least 60.0 GB of memory, but the process may take 48.0 GB"),
        resident.getMessage());
    BadInput heap = assertThrows(BadInput.class, () -> need.requireWithin(64e9, 0, 0.5e9));
    assertTrue(heap.getMessage().contains("needs at least 1.0 GB of heap"), heap.getMessage());
    assertTrue(heap.getMessage().endsWith("TWINPROP_JAVA_OPTIONS=-Xmx2g"), heap.getMessage());
    assertDoesNotThrow(() -> need.requireWithin(64e9, 62e9, 8e9));
  }

  @Test
  void aQuarterOfTheMachineIsWorthALine() {
    MemoryNeed need = new MemoryNeed(1e8, 8e9, 1e9);
    assertEquals(Optional.of("at least 8.0 GB of this machine's 16.0 GB"), need.notice(16e9));
    assertEquals(Optional.empty(), need.notice(64e9));
    assertEquals(Optional.empty(), need.notice(0));
  }

  @Test
  void aMachineThatDoesNotTellItsMemoryRefusesNothing() {
    assertDoesNotThrow(() -> new MemoryNeed(1.5e9, 60e9, 1e9).requireWithin(0, 0, 8e9));
  }
}
