package org.twinprop.natives.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What ND4J starts with, and that its operations outlast garbage collections. */
final class LastingCpuBackendTest {
  private static final int ROUNDS = 20_000;

  @Test
  void nd4jPicksTheBackendThatKeepsTheArraysOfItsOperations() {
    assertInstanceOf(LastingCpuBackend.class, Nd4j.getBackend());
    assertInstanceOf(ReachableOperations.class, Nd4j.getExecutioner());
    assertInstanceOf(ForgettableWorkspaces.class, Nd4j.getWorkspaceManager());
  }

  @Test
  void aWorkspaceKeepsTheNameUnderWhichItIsFreed() {
    WorkspaceConfiguration small = WorkspaceConfiguration.builder().initialSize(1024).build();
    try (MemoryWorkspace one =
            Nd4j.getWorkspaceManager().getAndActivateWorkspace(small, "kept name");
        MemoryWorkspace other = Nd4j.getWorkspaceManager().createNewWorkspace(small)) {
      assertEquals(one.getUniqueId(), one.getUniqueId());
      assertEquals(other.getUniqueId(), other.getUniqueId());
      assertNotEquals(one.getUniqueId(), other.getUniqueId());
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }

  @Test
  void operationsAlongADimensionComeOutRightWhileGarbageIsCollected() {
    INDArray rows = Nd4j.zeros(DataType.DOUBLE, 4, 8);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, 8);
    INDArray sums = Nd4j.zeros(DataType.DOUBLE, 8);
    for (int round = 1; round <= ROUNDS; round++) {
      rows.addiRowVector(ones);
      rows.sum(sums, 0);
      if (round % 1_000 == 0) {
        System.gc();
        assertEquals(4.0 * round, sums.getDouble(round % 8));
      }
    }
  }
}
