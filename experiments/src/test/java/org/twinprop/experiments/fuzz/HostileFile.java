package org.twinprop.experiments.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;

/** A file as a stranger may give it, and what may come of it. */
public final class HostileFile {
  /** What would make several lines of one, speak to a terminal, or turn text around. */
  private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]");

  private static final Path FOLDER = folder();

  private HostileFile() {}

  /** What reads a file. */
  public interface Reading {
    void read(Path file) throws Exception;
  }

  /** All inputs that are kept for a target: the files of the folder with its name. */
  public static Stream<Path> inputs(Class<?> target) throws IOException, URISyntaxException {
    Path folder = Path.of(target.getResource("/fuzz/" + target.getSimpleName()).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  /** A file of this name and content, in a folder that all inputs have one after the other. */
  public static Path of(String name, byte[] content) {
    try {
      Path file = FOLDER.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file is read, or refused in one line.
   *
   * @throws Exception whatever else comes of it, which is a finding
   */
  public static void isReadOrRefused(Path file, Reading reading) throws Exception {
    try {
      reading.read(file);
    } catch (BadInput e) {
      assertPlain(e.getMessage());
    } catch (IllegalArgumentException e) {
      if (!e.getStackTrace()[0].getClassName().startsWith("org.twinprop.")) {
        throw e;
      }
      assertPlain(e.getMessage());
    }
  }

  private static void assertPlain(String message) {
    assertEquals(1, message.lines().count(), message);
    assertFalse(NOT_PLAIN.matcher(message).find(), message);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("twinprop-hostile");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
