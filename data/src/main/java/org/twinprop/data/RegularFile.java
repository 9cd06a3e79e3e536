package org.twinprop.data;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a person named as a file. Only regular files are opened: opening a pipe waits, perhaps for
 * ever, for who writes to it, and a device may have no end.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * @param give what to give instead, such as "give a CSV file"
   * @throws BadInput if it is not there, a folder, a pipe or a device; says which
   */
  public static void require(Path file, String give) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("%s: %s; %s".formatted(file, whyNot(file), give));
    }
  }

  /** Why something that is no regular file is none. */
  public static String whyNot(Path file) {
    if (Files.isDirectory(file)) {
      return "is a folder";
    }
    return Files.exists(file)
        ? "is not a regular file, but a pipe or a device"
        : "there is no such file";
  }
}
