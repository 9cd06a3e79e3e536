package org.twinprop.experiments.gpucheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.TextFormats;

/**
 * Where the report goes: {@code gpu-check.json} for programs, {@code gpu-check.txt} for people. An
 * earlier report there is replaced.
 *
 * @param path of the folder
 */
record ReportFolder(Path path) {
  private static final String JSON = "gpu-check.json";
  private static final String TEXT = "gpu-check.txt";

  /**
   * Makes the folder if it is not there.
   *
   * @throws BadInput if nothing can be written to it
   */
  static ReportFolder at(Path path) {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".gpu-check", ".tmp"));
      return new ReportFolder(path);
    } catch (IOException e) {
      throw new BadInput(
          "--gpu-check %s: nothing can be written there; name a folder that exists or can be made"
              .formatted(path),
          e);
    }
  }

  /** Replaces both files, each whole or not at all. */
  void write(Report report) {
    try {
      write(JSON, TextFormats.FINITE_JSON.writeValueAsString(report));
      write(TEXT, ReportText.of(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String content) throws IOException {
    byte[] bytes = (content + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(path.resolve(name), out -> out.write(bytes));
  }
}
