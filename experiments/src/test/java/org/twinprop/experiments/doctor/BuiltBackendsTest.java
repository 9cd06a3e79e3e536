package org.twinprop.experiments.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.machine.ComputeCapability;

class BuiltBackendsTest {
  @TempDir Path folder;

  @Test
  void whatTheLauncherBuiltIsFoundWithItsNativeBuild() throws IOException {
    write("app", "stamp", "nd4j-native-1.0.0-M2.1.jar");
    write("app", "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn-avx2.jar");
    write("app", "openblas-0.3.19-1.5.7-linux-x86_64.jar");
    Installation found = new BuiltBackends(folder, "linux-x86_64").installation();
    assertEquals(Map.of(BackendProfile.CPU, ""), found.built());
    assertEquals("onednn-avx2", found.cpuBuild().toString());
  }

  @Test
  void aMissingLibraryIsNamedAndAnUnfinishedBuildIsNone() throws IOException {
    write("app-cuda", "stamp", "nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64.jar");
    write("app-cuda-ptx", "nd4j-cuda-11.2-1.0.0-M1.1-linux-x86_64.jar");
    Installation found = new BuiltBackends(folder, "linux-x86_64").installation();
    assertEquals(Map.of(BackendProfile.CUDA, "cuda-11.6*-redist.jar"), found.built());
    write("app-cuda", "cuda-11.6-8.3-1.5.7-linux-x86_64-redist.jar");
    found = new BuiltBackends(folder, "linux-x86_64").installation();
    assertEquals(Map.of(BackendProfile.CUDA, ""), found.built());
  }

  @Test
  void kernelsCountOnceTheirLibraryIsThere() throws IOException {
    CompiledKernels kernels = new CompiledKernels(folder.resolve("kernels"));
    assertEquals(Set.of(), kernels.there());
    Path hopper = Files.createDirectories(kernels.of(ComputeCapability.of("9.0")));
    Path blackwell = Files.createDirectories(kernels.of(ComputeCapability.of("12.0")));
    Files.createDirectories(kernels.folder().resolve("nd4j-cuda-11.2-1.0.0-M1.1-sm_90.part"));
    assertEquals(Set.of(), kernels.there());
    Files.createFile(hopper.resolve(CompiledKernels.LIBRARY));
    Files.createFile(blackwell.resolve(CompiledKernels.LIBRARY));
    assertEquals("[9.0, 12.0]", kernels.there().toString());
  }

  private void write(String app, String... files) throws IOException {
    Path jars = Files.createDirectories(folder.resolve(app));
    for (String file : files) {
      Files.createFile(jars.resolve(file));
    }
  }
}
