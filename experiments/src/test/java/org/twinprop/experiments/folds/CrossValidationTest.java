package org.twinprop.experiments.folds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.Twinprop;

class CrossValidationTest {
  private static final String SMALL = "embedding(28,2) rnn(2) laststep dense(2) | softmax-xent";

  @TempDir Path folder;

  private Path experiment() throws IOException {
    return Files.writeString(
        folder.resolve("small.yaml"),
        "experiment: opinions\nnetwork: %s\nlimit: 200\nepochs: 1\nlearning_rate: 0.02\n"
            .formatted(SMALL));
  }

  private JsonNode run(String out, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", experiment().toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString(), "--json", "-"));
    arguments.addAll(List.of(more));
    Captured captured = Captured.of(arguments.toArray(String[]::new)).succeeded();
    return new ObjectMapper().readTree(captured.out());
  }

  private List<Map<String, String>> rows(String out, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(out).resolve(file))) {
      return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  @Test
  void everyExampleIsPredictedOnceAndNobodyIsInTwoFolds() throws IOException {
    JsonNode result = run("cv", "--folds", "4", "--stratify", "class");
    List<Map<String, String>> predictions = rows("cv", "predictions.csv");
    Map<String, Set<String>> foldsOf =
        predictions.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("writer"),
                    Collectors.mapping(row -> row.get("fold"), Collectors.toSet())));
    assertTrue(foldsOf.size() >= 4, "writers: " + foldsOf.size());
    assertTrue(foldsOf.values().stream().allMatch(folds -> folds.size() == 1));
    assertEquals(4, predictions.stream().map(row -> row.get("fold")).distinct().count());
    assertEquals("writer", result.get("unit").asText());
    assertEquals(4, result.get("finished").asInt());
    assertEquals(8, result.get("scores").size(), "two networks");

    // what the table says of a fold is what its predictions say
    for (Map<String, String> score : rows("cv", "folds.csv")) {
      List<Map<String, String>> inFold =
          predictions.stream().filter(row -> row.get("fold").equals(score.get("fold"))).toList();
      long wrong =
          inFold.stream()
              .filter(
                  row -> !row.get("label").equals(row.get(score.get("network") + "_prediction")))
              .count();
      assertEquals(
          wrong / (double) inFold.size(), Double.parseDouble(score.get("error_rate")), 1e-12);
      assertEquals(inFold.size(), Integer.parseInt(score.get("tested_on")));
      assertEquals(predictions.size() - inFold.size(), Integer.parseInt(score.get("learned_from")));
    }
    double mean =
        rows("cv", "folds.csv").stream()
            .filter(row -> row.get("network").equals("handwritten"))
            .mapToDouble(row -> Double.parseDouble(row.get("error_rate")))
            .average()
            .orElseThrow();
    assertEquals(mean, result.get("spreads").get("handwritten").get("mean").asDouble(), 1e-12);
    requireATableBehindEveryChart(folder.resolve("cv/report.html"));
  }

  private static void requireATableBehindEveryChart(Path report) throws IOException {
    var page = Jsoup.parse(Files.readString(report));
    assertEquals(
        page.select("figure.chart").size(), page.select("figure.chart details table").size());
    assertEquals(8, page.select("#folds figure tbody tr").size(), "of two networks");
    assertTrue(page.select("#findings").text().contains("Over 4 folds"));
    assertTrue(page.select("#groups figure").size() >= 3);
  }

  @Test
  void theConfigurationGivesTheSamePredictionsAgainAndCompareReadsThem() throws IOException {
    run("one", "--folds", "3", "--fold-by", "form", "--set", "twin=off");
    Path config = folder.resolve("one/config.yaml");
    Path again = folder.resolve("again");
    Captured.of("run", config.toString(), "--set", "learning_rate=1", "--out", again.toString())
        .succeeded();
    String given = Files.readString(config);
    assertTrue(given.contains("folds: 3\nfold_by: form\n"), given);
    assertEquals(
        given.replace("learning_rate: 0.02", "learning_rate: 1.0"),
        Files.readString(again.resolve("config.yaml")));
    List<Map<String, String>> first = rows("one", "predictions.csv");
    List<Map<String, String>> second = rows("again", "predictions.csv");
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).get("fold"), second.get(i).get("fold"), "the seed deals alike");
    }
    Captured compared =
        Captured.of(
            "compare",
            folder.resolve("one").toString(),
            again.toString(),
            "--out",
            folder.resolve("compared").toString());
    assertTrue(compared.exitCode() <= 1, compared.err());
    assertTrue(compared.out().contains("population"), compared.out());
    assertFalse(compared.out().contains("\nfold "), "a fold is no group");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --folds=1 ; --folds=1: folds is '1', but must be a whole number from 2 to 1,000
          --folds=few ; --folds=few: folds is 'few', but must be a whole number from 2 to 1,000
          --set folds=900 ; cannot divide
          --fold-by=writer ; --fold-by=writer: fold_by says nothing without folds
          --folds=2 --fold-by=city ; no group column 'city'
          --folds=2 --stratify=city ; no group column 'city'
          --folds=3 --fold-by=population ; there are 2 groups by population; take 2 to 2 folds
          --folds=2 --watch ; --watch shows a single run
          """)
  void whatCannotBeDividedIsRefusedBeforeAnythingIsWritten(String options, String expected)
      throws IOException {
    Path out = folder.resolve("out");
    String[] arguments =
        Stream.concat(
                Stream.of("run", experiment().toString(), "--out", out.toString()),
                Arrays.stream(options.split(" ")))
            .toArray(String[]::new);
    String line = Captured.of(arguments).errorLine(2);
    assertTrue(line.contains(expected), line);
    assertFalse(Files.exists(out), "a folder was left behind");
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "skipped: Windows has no command that sends it")
  void aSignalKeepsTheFoldsThatAreFinished() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path file =
        Files.writeString(
            folder.resolve("long.yaml"), "extends: %s\nepochs: 60\n".formatted(experiment()));
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Twinprop.class.getName(),
                "run",
                file.toString(),
                "--folds=5",
                "--set=twin=off",
                "--out=" + out)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();
      while (line != null && !line.startsWith("   1  hand-written")) {
        line = reader.readLine();
      }
      process.toHandle().destroy(); // SIGTERM; the streams stay open
      String rest = String.join("\n", reader.lines().toList());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
      assertEquals(143, process.exitValue(), rest);
    } finally {
      process.destroyForcibly();
    }
    long finished = rows("out", "folds.csv").size();
    assertTrue(finished >= 1 && finished < 5, "finished: " + finished);
    assertEquals(
        finished,
        rows("out", "predictions.csv").stream().map(row -> row.get("fold")).distinct().count());
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"interrupted\""));
    assertTrue(
        Files.readString(out.resolve("report.html")).contains(finished + " of 5 folds were"));
  }
}
