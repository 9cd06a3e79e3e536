package org.twinprop.experiments.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.experiments.table.PredictionTable;
import org.twinprop.experiments.table.PredictionTable.NotUtf8;

/** Tables of predictions; the first byte says what is between their fields. */
public class PredictionTableFuzzTest {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    char separator = SEPARATORS[Math.floorMod(input[0], SEPARATORS.length)];
    Path file = HostileFile.of("predictions.csv", Arrays.copyOfRange(input, 1, input.length));
    HostileFile.isReadOrRefused(file, one -> read(one, separator));
  }

  private static void read(Path file, char separator) {
    try {
      read(file, separator, StandardCharsets.UTF_8);
    } catch (NotUtf8 e) {
      readLatin1(file, separator);
    }
  }

  private static void readLatin1(Path file, char separator) {
    try {
      read(file, separator, StandardCharsets.ISO_8859_1);
    } catch (NotUtf8 e) {
      // it begins with the mark of an encoding and is not in it, which is for the verb to say
      assertNotNull(e.getCause());
    }
  }

  private static void read(Path file, char separator, Charset encoding) throws NotUtf8 {
    try (PredictionTable table = PredictionTable.open(file, separator, encoding)) {
      table.forEach(
          List.copyOf(table.header()),
          (values, line) -> assertEquals(table.header().size(), values.length));
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(PredictionTableFuzzTest.class);
  }
}
