package org.twinprop.experiments.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.data.idx.IdxRecordReader;

/** IDX files, packed and not: as images, as classes and as writers, beside sound ones. */
public class IdxFuzzTest {
  private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9};
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 1, 7};

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Path images = HostileFile.of("images", IMAGES);
    Path labels = HostileFile.of("labels", LABELS);
    Path file = HostileFile.of("hostile", input);
    HostileFile.isReadOrRefused(file, one -> read(one, labels, Optional.empty()));
    HostileFile.isReadOrRefused(file, one -> read(images, one, Optional.empty()));
    HostileFile.isReadOrRefused(file, one -> read(images, labels, Optional.of(one)));
  }

  private static void read(Path images, Path labels, Optional<Path> writers) throws IOException {
    try (IdxRecordReader reader = new IdxRecordReader()) {
      reader.initialize(IdxRecordReader.split(images, labels, writers));
      while (reader.hasNext()) {
        reader.next();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(IdxFuzzTest.class);
  }
}
