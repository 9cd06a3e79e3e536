package org.twinprop.experiments.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

/** Texts of networks, schedules and updaters. */
public class NetworkTextFuzzTest {
  /** All that read such texts. */
  private static final List<Consumer<String>> READERS =
      List.of(
          NetworkText::parse,
          NetworkText::parseLayers,
          NetworkText::parseSchedule,
          text -> NetworkText.parseOne(text, "updater", Catalogue.updaters()));

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    String text = new String(input, StandardCharsets.UTF_8);
    for (Consumer<String> reader : READERS) {
      HostileFile.isReadOrRefused(null, none -> reader.accept(text));
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(NetworkTextFuzzTest.class);
  }
}
