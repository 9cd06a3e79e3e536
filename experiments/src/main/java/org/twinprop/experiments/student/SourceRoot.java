package org.twinprop.experiments.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder in which the packages of a source file begin, where others of its classes are found.
 */
final class SourceRoot {
  /** Blanks of its own line alone: over all blank lines, time would grow with their square. */
  private static final Pattern PACKAGE =
      Pattern.compile("^\\h*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

  private SourceRoot() {}

  /** For a file that does not lie as its package says: the folder of the file. */
  static Path of(Path source) {
    Path folder = source.toAbsolutePath().normalize().getParent();
    Matcher matcher = PACKAGE.matcher(text(source));
    if (!matcher.find()) {
      return folder;
    }
    Path inside = Path.of(matcher.group(1).replace('.', '/'));
    if (!folder.endsWith(inside)) {
      return folder;
    }
    Path root = folder;
    for (int i = 0; i < inside.getNameCount(); i++) {
      root = root.getParent();
    }
    return root;
  }

  private static String text(Path source) {
    try {
      return new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
