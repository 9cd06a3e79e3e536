package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One idea a file: a chapter is read in one sitting. */
class FilesAreShortTest {
  private static final int MEDIAN = 120;
  private static final int FILES = 100;

  @Test
  void medianFileHasAtMost120Lines() throws IOException {
    // tests run in the module's own folder
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      List<Integer> lengths =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .map(FilesAreShortTest::lines)
              .sorted()
              .toList();
      assertTrue(lengths.size() >= FILES, lengths.size() + " files");
      int median = lengths.get(lengths.size() / 2);
      assertTrue(median <= MEDIAN, "median of " + median + " lines");
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
