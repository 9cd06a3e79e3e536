package org.twinprop.experiments.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls are those of NVIDIA's header; the library that answers is compiled here. */
class NvmlTest {
  @TempDir Path folder;

  @Test
  void theDriverTellsOfEveryGpu() throws Exception {
    Path library = compiled(0);
    Nvidia nvidia = Nvidia.read(Nvml.at(library.toString()).orElseThrow(), 2);
    NvidiaDriver driver = nvidia.driver().orElseThrow();
    assertEquals("550.54.15", driver.version().text());
    assertEquals("12.4", driver.cuda().text());
    assertEquals(
        List.of(
            new Gpu(0, "GPU-0", "NVIDIA H100 80GB HBM3", capability("9.0"), 85520809984L, true),
            new Gpu(1, "GPU-1", "Tesla T4", capability("7.5"), 15843721216L, false)),
        nvidia.gpus());
    assertEquals(0, stillOpen(library), "it is let go of");
  }

  @Test
  void memoryInUseIsReadOfTheGpuThatIsNamed() throws Exception {
    Path library = compiled(0);
    Gpu second = new Gpu(1, "GPU-1", "Tesla T4", capability("7.5"), 15843721216L, false);
    try (GpuMemory memory = new GpuMemory(Nvml.at(library.toString()).orElseThrow(), second)) {
      assertEquals(123456789, memory.usedBytes());
      assertEquals("Tesla T4, by its driver", memory.what());
    }
    assertEquals(0, stillOpen(library), "it is let go of");
  }

  @Test
  void aDriverThatDoesNotWorkSaysWhy() throws Exception {
    Nvidia nvidia = Nvidia.read(Nvml.at(compiled(18).toString()).orElseThrow(), 1);
    assertEquals(Optional.empty(), nvidia.driver());
    assertEquals("Driver/library version mismatch (error 18)", nvidia.driverProblem());
    assertEquals(1, nvidia.gpusOnBus());
  }

  @Test
  void aLibraryThatIsNotThereIsNoDriver() {
    assertTrue(Nvml.at("libno-such-library-at-all.so.1").isEmpty());
  }

  @Test
  void theRealDriverIsReadWhereThereIsOne() {
    Nvidia nvidia = Nvidia.here();
    assumeTrue(nvidia.driver().isPresent(), "skipped: this machine has no NVIDIA driver");
    assertFalse(nvidia.gpus().isEmpty());
    nvidia.gpus().forEach(gpu -> assertTrue(gpu.memoryBytes() > 1 << 28, gpu::toString));
  }

  private static ComputeCapability capability(String text) {
    return ComputeCapability.of(text);
  }

  private static int stillOpen(Path library) {
    NativeLibrary loaded = NativeLibrary.getInstance(library.toString());
    return loaded.getFunction("opened_now").invokeInt(new Object[0]);
  }

  private Path compiled(int status) throws IOException, InterruptedException {
    assumeTrue(hasCompiler(), "skipped: no C compiler (cc) for Linux here");
    Path source = folder.resolve("nvml.c");
    try (InputStream in = NvmlTest.class.getResourceAsStream("nvml.c")) {
      Files.copy(in, source);
    }
    Path library = folder.resolve("libnvml" + status + ".so");
    Process cc =
        new ProcessBuilder(
                "cc", "-shared", "-fPIC", "-DSTATUS=" + status, "-o", "" + library, "" + source)
            .redirectErrorStream(true)
            .start();
    String said = new String(cc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, cc.waitFor(), said);
    return library;
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      return System.getProperty("os.name").equals("Linux")
          && new ProcessBuilder("cc", "--version")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
