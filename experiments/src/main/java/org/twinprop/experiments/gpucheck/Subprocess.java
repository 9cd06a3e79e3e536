package org.twinprop.experiments.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Another program that is waited for, but not forever. */
final class Subprocess {
  private Subprocess() {}

  /**
   * What it printed to standard output.
   *
   * @throws IOException if it cannot be started or fails, with the last line that it printed
   * @throws TimeoutException if it takes longer; it is ended then
   */
  static String run(List<String> command, Duration time)
      throws IOException, InterruptedException, TimeoutException {
    Path out = Files.createTempFile("twinprop", ".out");
    Path err = Files.createTempFile("twinprop", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      require(command, time, process, err);
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static void require(List<String> command, Duration time, Process process, Path err)
      throws IOException, InterruptedException, TimeoutException {
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException(
            "%s did not end in %d s".formatted(command.get(0), time.toSeconds()));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with code %d: %s"
              .formatted(command.get(0), process.exitValue(), lastLine(err)));
    }
  }

  private static String lastLine(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line).strip();
    }
  }
}
