package org.twinprop.experiments.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.file.SchemaSamples;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.Settings;

/** Whether editors and the program agree on what a search file may say. */
class SearchSchemaTest {

  /** So that there is something to search, whatever else a file says. */
  private static final String SPACE = "updater: choice(adam; sgd)\n";

  private static final SchemaSamples SCHEMA = new SchemaSamples(SearchSchema.text());

  @TempDir Path folder;

  static List<SettingKey<?>> keys() {
    return Stream.concat(SettingKeys.ALL.stream(), SearchKeys.heeded().stream())
        .distinct()
        .filter(key -> !key.equals(SettingKeys.EXTENDS)) // read before there are settings
        .toList();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(projectFolder().resolve("examples/search"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("layers"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private boolean programAccepts(String yaml) throws IOException {
    try {
      Path file = Files.writeString(folder.resolve("some.yaml"), yaml);
      SearchPlan.of(Settings.of(file, List.of(), SearchKeys.names()));
      return true;
    } catch (BadInput e) {
      return false;
    }
  }

  @Test
  void theOneInTheRepositoryIsTheOneThatIsPrinted() throws IOException {
    Path file = projectFolder().resolve("docs/search.schema.json");
    String printed = Captured.of("search", "--schema").succeeded().out();
    assertEquals(
        Files.readString(file),
        printed,
        "after a change of the settings: ./twinprop search --schema > docs/search.schema.json");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRightByItAndNamesIt(Path file) throws IOException {
    String yaml = Files.readString(file);
    assertEquals(List.of(), SCHEMA.problems(yaml));
    assertTrue(programAccepts(yaml), "the program refuses it");
    String line = yaml.lines().findFirst().orElseThrow();
    assertTrue(line.startsWith("# yaml-language-server: $schema="), line);
    Path named = file.resolveSibling(line.replaceFirst(".*=", "")).normalize();
    assertEquals(projectFolder().resolve("docs/search.schema.json"), named);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void editorsAndTheProgramRefuseTheSameValues(SettingKey<?> key) throws IOException {
    List<String> values =
        List.of(
            "1",
            "2",
            "0",
            "-1",
            "0.5",
            "1000001",
            "true",
            "on",
            "maybe",
            "random",
            "grid",
            "error",
            "twin",
            "float64",
            "checks",
            "[1, 2]",
            "[]",
            "[1, {a: 1}]",
            "{a: 1}",
            "log(1e-4, 1e-1)",
            "uniform(0, 0.5)",
            "whole(16, 128)",
            "choice(1; 2)",
            "[1, 'whole(2, 4)']",
            "lg(1e-4, 1e-1)",
            "log",
            "''");
    for (String value : values) {
      String head =
          (SchemaSamples.headFor(key) + SPACE).replaceFirst("(?m)^" + key.name() + ":.*\n", "");
      String searched = head.contains("choice(") ? "" : "schedule: choice(cosine; constant)\n";
      String yaml = head + searched + key.name() + ": " + value + "\n";
      boolean schema = SCHEMA.accepts(yaml);
      boolean program = programAccepts(yaml);
      if (SchemaSamples.isOwnLanguage(key) || SearchKeys.SEARCHABLE.contains(key.name())) {
        assertTrue(schema || !program, "only the editor refuses " + yaml);
      } else {
        assertEquals(program, schema, yaml);
      }
    }
  }

  /** Of what can be searched, the editor knows values from spaces from words. */
  @ParameterizedTest
  @ValueSource(strings = {"learning_rate", "batch", "epochs", "clip_norm", "l2"})
  void spacesOfNumbersAreKnownFromMistakes(String key) throws IOException {
    for (String right :
        List.of("2", "[2, 4]", "choice(2; 4)", "whole(2, 4)", "[2, 'whole(3, 9)']")) {
      String yaml = SchemaSamples.HEAD + SPACE + key + ": " + right + "\n";
      assertTrue(SCHEMA.accepts(yaml), yaml);
      assertTrue(programAccepts(yaml), yaml);
    }
    for (String wrong : List.of("some", "lg(1, 2)", "[2, some]", "-2", "on")) {
      String yaml = SchemaSamples.HEAD + SPACE + key + ": " + wrong + "\n";
      assertFalse(SCHEMA.accepts(yaml), yaml);
      assertFalse(programAccepts(yaml), yaml);
    }
  }

  @Test
  void whatIsForRunsAloneIsMarked() throws IOException {
    for (String line : List.of("folds: 3", "mitigation: reweight", "learning_curve: true")) {
      assertFalse(SCHEMA.accepts(SchemaSamples.HEAD + SPACE + line), line);
      assertFalse(programAccepts(SchemaSamples.HEAD + SPACE + line), line);
    }
  }
}
