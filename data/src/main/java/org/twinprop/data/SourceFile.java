package org.twinprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file that examples came from, for the provenance of a run.
 *
 * @param name file name without its folder
 * @param bytes size on disk
 * @param sha256 of the file as it lies on disk, 64 hexadecimal digits
 */
public record SourceFile(String name, long bytes, String sha256) {
  /**
   * @throws BadInput if the file cannot be read
   */
  public static SourceFile of(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new SourceFile(path.getFileName().toString(), Files.size(path), Sha256.of(in));
    } catch (IOException e) {
      throw new BadInput(
          path + ": cannot be read (" + e.getMessage() + "); check its permissions", e);
    }
  }
}
