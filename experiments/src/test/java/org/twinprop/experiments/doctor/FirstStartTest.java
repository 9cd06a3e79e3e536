package org.twinprop.experiments.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.natives.NativeBuild;

class FirstStartTest {
  private static final Map<BackendProfile, String> ALL =
      Map.of(BackendProfile.CPU, "", BackendProfile.CUDA_PTX, "");

  @TempDir Path folder;

  @Test
  void aGpuNewerThanTheKernelsNeedsOneForEachDriver() {
    MachineFacts hopper = Machines.of("linux-x86_64", "550.54.15/12.4", "9.0 80", null);
    assertTrue(isNeeded(hopper, BackendProfile.CUDA_PTX));
    FirstStart.needed(hopper, with(Set.of()), BackendProfile.CUDA_PTX, folder)
        .orElseThrow()
        .remember();
    assertFalse(isNeeded(hopper, BackendProfile.CUDA_PTX));
    MachineFacts updated = Machines.of("linux-x86_64", "560.28.03/12.6", "9.0 80", null);
    assertTrue(isNeeded(updated, BackendProfile.CUDA_PTX));
  }

  @Test
  void noOtherBackendNorOlderGpuNorCompiledKernelsNeedOne() {
    MachineFacts hopper = Machines.of("linux-x86_64", "550.54.15/12.4", "9.0 80", null);
    assertFalse(isNeeded(hopper, BackendProfile.CPU));
    assertTrue(
        FirstStart.needed(
                hopper, with(Set.of(ComputeCapability.of("9.0"))), BackendProfile.CUDA_PTX, folder)
            .isEmpty());
    MachineFacts ampere = Machines.of("linux-x86_64", "550.54.15/12.4", "8.6 24", null);
    assertFalse(isNeeded(ampere, BackendProfile.CUDA_PTX));
  }

  private boolean isNeeded(MachineFacts facts, BackendProfile running) {
    return FirstStart.needed(facts, with(Set.of()), running, folder).isPresent();
  }

  private static Installation with(Set<ComputeCapability> compiled) {
    return new Installation(ALL, NativeBuild.PLAIN, compiled);
  }

  @Test
  void aDriverThatMayKeepNothingIsRefused() {
    Map<String, String> disabled = Map.of("CUDA_CACHE_DISABLE", "1");
    assertThrows(BadInput.class, () -> FirstStart.requireCache(disabled));
    FirstStart.requireCache(Map.of("CUDA_CACHE_DISABLE", "0"));
  }

  @Test
  void theDriversCacheIsWhereItsVariableSays() {
    assertEquals(Path.of("/x"), FirstStart.driverCache(Map.of("CUDA_CACHE_PATH", "/x")));
    assertTrue(FirstStart.driverCache(Map.of()).endsWith(".nv/ComputeCache"));
  }

  @Test
  void itIsSaidThatItGoesOnAndWhatGrows() throws Exception {
    write(3_000_000);
    LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    try (Heartbeat beat = Heartbeat.of("Compiling", folder, Duration.ofMillis(5), said::add)) {
      String line = said.poll(20, TimeUnit.SECONDS);
      assertTrue(line.matches("Compiling: \\d+ s so far, .* holds 3 MB"), line);
      write(4_000_000);
      for (int i = 0; !line.endsWith("holds 4 MB") && i < 1000; i++) {
        line = said.poll(20, TimeUnit.SECONDS);
      }
      assertTrue(line.endsWith("holds 4 MB"), line);
    }
  }

  private void write(int bytes) throws IOException {
    Files.write(folder.resolve("cached"), new byte[bytes]);
  }
}
