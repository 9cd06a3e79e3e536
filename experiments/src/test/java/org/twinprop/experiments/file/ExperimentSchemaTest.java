package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.Captured;

/** Whether editors and the program agree on what an experiment file may say. */
class ExperimentSchemaTest {
  private static final SchemaSamples SCHEMA = new SchemaSamples(ExperimentSchema.text());

  @TempDir Path folder;

  static List<SettingKey<?>> keys() {
    return SettingKeys.ALL;
  }

  static List<Path> examples() throws IOException {
    return ExamplesTest.examples();
  }

  private boolean programAccepts(String yaml, SettingKey<?> key) throws IOException {
    try {
      Path file = Files.writeString(folder.resolve("some.yaml"), yaml);
      return Settings.of(file, List.of(), SettingKeys.names()).find(key).isPresent();
    } catch (BadInput e) {
      return false;
    }
  }

  @Test
  void theOneInTheRepositoryIsTheOneThatIsPrinted() throws IOException {
    Path file = ExamplesTest.projectFolder().resolve("docs/experiment.schema.json");
    String printed = Captured.of("run", "--schema").succeeded().out();
    assertEquals(
        Files.readString(file),
        printed,
        "after a change of the settings: ./twinprop run --schema > docs/experiment.schema.json");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRightByItAndNamesIt(Path file) throws IOException {
    String yaml = Files.readString(file);
    assertEquals(List.of(), SCHEMA.problems(yaml));
    String line = yaml.lines().findFirst().orElseThrow();
    assertTrue(line.startsWith("# yaml-language-server: $schema="), line);
    Path named = file.resolveSibling(line.replaceFirst(".*=", "")).normalize();
    assertEquals(ExamplesTest.projectFolder().resolve("docs/experiment.schema.json"), named);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void editorsAndTheProgramRefuseTheSameValues(SettingKey<?> key) throws IOException {
    List<String> values =
        List.of(
            "0",
            "1",
            "2",
            "-1",
            "0.5",
            "1e-3",
            "1000000",
            "1000001",
            "3000000000",
            "-0.0",
            "true",
            "false",
            "on",
            "off",
            "maybe",
            "float32",
            "float64",
            "float16",
            "checks",
            "opinions",
            "first-symbol",
            "[1, 2]",
            "[]",
            "{a: 1}",
            "3.0",
            "''");
    for (String value : values) {
      String yaml = SchemaSamples.headFor(key) + key.name() + ": " + value;
      boolean schema = SCHEMA.accepts(yaml);
      boolean program = programAccepts(yaml + "\n", key);
      if (SchemaSamples.isOwnLanguage(key)) {
        assertTrue(schema || !program, yaml);
      } else if (!value.endsWith(".0")) { // a whole number to the one, and to the other a mistake
        assertEquals(program, schema, yaml);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "experiment: checks",
        "network: dense(4) | mse",
        SchemaSamples.HEAD + "epoch: 1",
        "extends: other.yaml\nnonsense: 1",
        "- a list",
        "words"
      })
  void whatIsNoExperimentIsMarked(String yaml) {
    assertFalse(SCHEMA.accepts(yaml));
  }

  @Test
  void aFileThatExtendsAnotherNeedsNoMore() {
    assertTrue(SCHEMA.accepts("extends: other.yaml"));
  }
}
