package org.twinprop.experiments.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.trainer.twin.CatalogueNumbers;

/**
 * The catalogue's numbers as another backend computed them, in a process of its own: one process
 * has but one backend.
 *
 * @param backend that computed
 * @param numbers of every subject
 */
public record ReferenceNumbers(Backend backend, CatalogueNumbers numbers) {
  /**
   * Computes them with the backend of this process.
   *
   * @param arguments the file to write them to, as JSON
   */
  public static void main(String[] arguments) throws IOException {
    CatalogueNumbers numbers = CatalogueNumbers.compute(() -> true);
    ReferenceNumbers computed = new ReferenceNumbers(Backend.inUse(), numbers);
    Files.writeString(Path.of(arguments[0]), TextFormats.JSON.writeValueAsString(computed));
  }

  static ReferenceNumbers read(Path file) throws IOException {
    return TextFormats.JSON.readValue(file.toFile(), ReferenceNumbers.class);
  }
}
