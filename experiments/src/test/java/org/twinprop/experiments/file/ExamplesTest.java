package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.experiments.Captured;

/** The experiment files that come with the program, on few examples. */
class ExamplesTest {
  @TempDir Path folder;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(projectFolder().resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /**
   * Those that need no file but their own, and train beside a twin; check-reader trains alone, and
   * cuts digits out of photos for minutes.
   */
  static List<Path> examplesWithData() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : examples()) {
      String text = Files.readString(file);
      if (!text.contains("experiment: table") && !text.contains("experiment: check-reader")) {
        all.add(file);
      }
    }
    return all;
  }

  static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("layers"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private JsonNode run(Path file, String out, String... settings) throws IOException {
    List<String> arguments =
        Stream.concat(
                Stream.of("run", file.toString(), "--json", "-", "--out", path(out).toString()),
                Stream.of(settings).flatMap(setting -> Stream.of("--set", setting)))
            .toList();
    Captured captured = Captured.of(arguments.toArray(String[]::new)).succeeded();
    return new ObjectMapper().readTree(captured.out());
  }

  private Path path(String out) {
    return folder.resolve(out);
  }

  private static Set<String> groupColumns(JsonNode result) {
    Set<String> columns = new TreeSet<>();
    result.get("groups").forEach(group -> columns.add(group.get("column").asText()));
    return columns;
  }

  @ParameterizedTest
  @MethodSource("examplesWithData")
  void everyExampleTrainsBesideItsTwinAndItsGradientsAreRight(Path file) throws IOException {
    JsonNode result = run(file, "out", "limit=60", "epochs=1");
    assertTrue(result.get("ok").asBoolean());
    assertEquals(2, result.get("verifications").size());
    for (JsonNode verification : result.get("verifications")) {
      for (JsonNode row : verification.get("rows")) {
        assertTrue(row.get("ok").asBoolean(), row::toString);
      }
    }
    assertTrue(
        result.get("agreements").asLong() > 1_900, () -> "of 2,000: " + result.get("agreements"));
    assertTrue(groupColumns(result).size() > 1, "whom does it fail?");
    assertTrue(Files.exists(path("out").resolve("model-dl4j.zip")));
    assertTrue(Files.size(path("out").resolve("report.html")) > 10_000);
  }

  @Test
  void theConfigurationOfARunRunsAgainToTheSameNumbers() throws IOException {
    Path example = projectFolder().resolve("examples/opinions.yaml");
    JsonNode first =
        run(example, "first", "limit=60", "epochs=2", "clip_value=0.5", "twin=off", "seed=7");
    Path config = path("first").resolve("config.yaml");
    JsonNode again = run(config, "again");
    assertEquals(Files.readString(config), Files.readString(path("again").resolve("config.yaml")));
    assertEquals(7, again.get("seed").asLong());
    assertEquals(first.get("groups"), again.get("groups"));
    assertEquals(
        -1, Files.mismatch(path("first").resolve("model.npz"), path("again").resolve("model.npz")));
  }

  @Test
  void clippingChangesTheTraining() throws IOException {
    Path example = projectFolder().resolve("examples/opinions.yaml");
    run(example, "clipped", "limit=60", "epochs=1", "twin=off", "clip_norm=1e-3", "updater=sgd");
    run(example, "sgd", "limit=60", "epochs=1", "twin=off", "updater=sgd");
    assertTrue(
        Files.mismatch(path("clipped").resolve("model.npz"), path("sgd").resolve("model.npz"))
            >= 0);
    assertTrue(
        Files.readString(path("clipped").resolve("config.yaml")).contains("clip_norm: 0.001"));
  }

  @Test
  void dialectAndLengthAreGroups() throws IOException {
    Path examples = projectFolder().resolve("examples");
    JsonNode opinions =
        run(examples.resolve("opinions.yaml"), "opinions", "limit=60", "epochs=0", "twin=off");
    assertEquals(Set.of("form", "overall", "population", "writer"), groupColumns(opinions));
    JsonNode symbols =
        run(examples.resolve("first-symbol-rnn.yaml"), "rnn", "limit=60", "epochs=0", "twin=off");
    assertEquals(Set.of("length", "overall", "symbol"), groupColumns(symbols));
  }

  @Test
  void anEmbeddingWithTooFewWordsIsToldHowManyThereAre() throws IOException {
    Path out = folder.resolve("few words");
    String network = "network=embedding(27,8) lstm(3) laststep dense(2) | softmax-xent";
    String file = projectFolder().resolve("examples/opinions.yaml").toString();
    String line = Captured.of("run", file, "--set", network, "--out", out.toString()).errorLine(2);
    assertTrue(line.contains("words up to 27: take embedding(28,8)"), line);
    assertFalse(Files.isDirectory(out), "a run folder was left behind");
  }
}
