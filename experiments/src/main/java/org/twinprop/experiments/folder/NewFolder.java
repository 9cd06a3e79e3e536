package org.twinprop.experiments.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;

/** An empty folder for a run, or one line about why there can be none. */
public final class NewFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private NewFolder() {}

  /** A new folder of its own in {@code parent}, named for the time and the run. */
  static Path inside(Path parent, String name, Clock clock) {
    String first = LocalDateTime.now(clock).format(TIME) + "-" + safe(name);
    requireFolder(parent);
    try {
      Files.createDirectories(parent);
      for (int number = 1; ; number++) {
        Path folder = parent.resolve(number == 1 ? first : first + "-" + number);
        if (createdNow(folder)) {
          return folder;
        }
      }
    } catch (IOException e) {
      throw unwritable(parent.resolve(first), e);
    }
  }

  /** The folder that a person named; it must not exist yet, or be empty. */
  public static Path at(Path folder) {
    requireFolder(folder);
    try {
      Files.createDirectories(folder);
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.anyMatch(file -> !file.endsWith(FolderLock.FILE))) {
          throw new BadInput(folder + ": is not empty; name a new or empty folder with --out");
        }
      }
      return folder;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static boolean createdNow(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Letters, digits, dots, dashes and underscores are safe in every file system. */
  private static String safe(String name) {
    String safe = name.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return safe.isEmpty() ? "run" : safe.substring(0, Math.min(60, safe.length()));
  }

  /** A file somewhere on the way down is named; the operating system would only say "exists". */
  private static void requireFolder(Path folder) {
    for (Path part = folder.toAbsolutePath(); part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        throw new BadInput(
            part + ": is a file, but a run needs a folder; name another one with --out");
      }
    }
  }

  static BadInput unwritable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be written (%s); free some space or name another folder with --out"
            .formatted(file, FileProblem.reason(e)),
        e);
  }
}
