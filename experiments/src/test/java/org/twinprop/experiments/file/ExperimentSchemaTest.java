package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
import org.twinprop.experiments.tasks.Tasks;

/** Whether editors and the program agree on what an experiment file may say. */
class ExperimentSchemaTest {
  private static final String HEAD =
      "experiment: first-symbol\nnetwork: laststep dense(4) | softmax-xent\n";
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ExperimentSchema.text());

  @TempDir Path folder;

  static List<SettingKey<?>> keys() {
    return SettingKeys.ALL;
  }

  static List<Path> examples() throws IOException {
    return ExamplesTest.examples();
  }

  private static boolean schemaAccepts(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
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
    assertEquals(List.of(), List.copyOf(SCHEMA.validate(yaml, InputFormat.YAML)));
    String line = yaml.lines().findFirst().orElseThrow();
    assertTrue(line.startsWith("# yaml-language-server: $schema="), line);
    Path named = file.resolveSibling(line.replaceFirst(".*=", "")).normalize();
    assertEquals(ExamplesTest.projectFolder().resolve("docs/experiment.schema.json"), named);
  }

  /** Of a text in a language of its own, only the program can tell whether it is right. */
  private static boolean isOwnLanguage(SettingKey<?> key) {
    String schema = key.kind().schema().toString();
    return schema.contains("{type=string}") || schema.contains("type=[string, ");
  }

  /** Keys about data go with the experiments that take them. */
  private static String headFor(SettingKey<?> key) {
    return Tasks.taking(key.name()).stream()
        .findFirst()
        .map(task -> HEAD.replace("first-symbol", task))
        .orElse(HEAD);
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
      String yaml =
          headFor(key).replaceFirst("(?m)^" + key.name() + ":.*\n", "") + key.name() + ": " + value;
      boolean schema = schemaAccepts(yaml);
      boolean program = programAccepts(yaml + "\n", key);
      if (isOwnLanguage(key)) {
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
        HEAD + "epoch: 1",
        "extends: other.yaml\nnonsense: 1",
        "- a list",
        "words"
      })
  void whatIsNoExperimentIsMarked(String yaml) {
    assertFalse(schemaAccepts(yaml));
  }

  @Test
  void aFileThatExtendsAnotherNeedsNoMore() {
    assertTrue(schemaAccepts("extends: other.yaml"));
  }
}
