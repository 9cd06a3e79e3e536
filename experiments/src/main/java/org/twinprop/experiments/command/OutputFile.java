package org.twinprop.experiments.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.data.BadInput;

/** A file that a result is to go to: looked at before the work, not after it. */
final class OutputFile {
  private OutputFile() {}

  /**
   * @param option that named it
   * @throws BadInput if it could not be written
   */
  static void requireWritable(String option, Path file) {
    Path path = file.toAbsolutePath();
    if (Files.isDirectory(path) || !Files.isWritable(path.getParent())) {
      throw new BadInput(
          "%s %s cannot be written: give a file in a folder that exists and can be written"
              .formatted(option, file));
    }
  }
}
