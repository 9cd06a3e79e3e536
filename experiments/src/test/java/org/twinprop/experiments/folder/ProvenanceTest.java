package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void theBuildKnowsItsVersionAndItsCommitWhereThereIsOne() {
    Build build = Build.ofThisProgram();
    assertTrue(build.version().matches("\\d+\\.\\d+\\.\\d+.*"), build.version());
    assertTrue(build.commit().matches("[0-9a-f]{40}|unknown"), build.commit());
  }

  @Test
  void theBackendNamesTheReleasesInUse() {
    Backend backend = Backend.inUse();
    assertTrue(backend.nd4j().startsWith("1.0.0-M"), backend.nd4j());
    assertEquals(backend.nd4j(), backend.dl4j());
    assertEquals("CPU", backend.name());
    assertFalse(backend.blas().isBlank());
  }

  @Test
  void theMachineIsDescribed() {
    Machine machine = Machine.here();
    assertFalse(machine.processor().isBlank());
    assertTrue(machine.cores() >= 1);
    assertTrue(machine.memoryBytes() > 100_000_000, "memory " + machine.memoryBytes());
    assertTrue(machine.java().contains(Integer.toString(Runtime.version().feature())));
  }

  @Test
  void onlyThreadSettingsAreKeptOfTheEnvironment() {
    Map<String, String> environment =
        Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "2", "PASSWORD", "secret");
    assertEquals(
        Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "2"),
        Machine.threadSettings(environment));
  }
}
