package org.twinprop.experiments.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.twinprop.experiments.doctor.BackendProfile;

/**
 * This program as it was built for the processor, to be started beside the one for the GPU.
 *
 * @param classPath of it
 */
record ProcessorProgram(String classPath) {
  /** Whoever started this program by the launcher has it; others may not. */
  static Optional<ProcessorProgram> find(BackendProfile running, Optional<String> apps) {
    Optional<Path> built =
        apps.map(folder -> Path.of(folder, "app", "twinprop.jar")).filter(Files::isRegularFile);
    if (built.isEmpty() && running == BackendProfile.CPU) {
      return Optional.of(new ProcessorProgram(System.getProperty("java.class.path")));
    }
    return built.map(jar -> new ProcessorProgram(jar.toString()));
  }

  /**
   * Has it compute.
   *
   * @throws IOException if it fails
   * @throws TimeoutException if it takes longer
   */
  ReferenceNumbers compute(Duration time)
      throws IOException, InterruptedException, TimeoutException {
    Path file = Files.createTempFile("twinprop-numbers", ".json");
    try {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String program = ReferenceNumbers.class.getName();
      Subprocess.run(
          List.of(java, "-Xlog:disable", "-cp", classPath, program, file.toString()), time);
      return ReferenceNumbers.read(file);
    } finally {
      Files.delete(file);
    }
  }
}
