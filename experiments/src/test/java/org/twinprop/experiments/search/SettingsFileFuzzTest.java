package org.twinprop.experiments.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.experiments.file.ExperimentFile;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.fuzz.HostileFile;

/** Experiment files, as those of a single run and as those of a search. */
public class SettingsFileFuzzTest {
  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Path file = HostileFile.of("experiment.yaml", input);
    HostileFile.isReadOrRefused(file, SettingsFileFuzzTest::asRun);
    HostileFile.isReadOrRefused(
        file, one -> SearchPlan.of(Settings.of(one, List.of(), SearchKeys.names())).texts());
  }

  private static void asRun(Path file) {
    Settings settings = Settings.of(file, List.of());
    SearchKeys.requireNoSearch(settings);
    settings.requireKnown(SettingKeys.names());
    ExperimentFile.of(settings, Optional.empty());
    Protocol.of(settings);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(SettingsFileFuzzTest.class);
  }
}
