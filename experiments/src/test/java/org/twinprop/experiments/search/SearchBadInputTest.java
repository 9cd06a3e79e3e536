package org.twinprop.experiments.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;

class SearchBadInputTest {
  private static final String NETWORK = "network: flatten dense(10) | softmax-xent";

  @TempDir static Path folder;
  private static SearchFiles files;

  @BeforeAll
  static void writeDigits() {
    files = new SearchFiles(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "batch: 16 # there is nothing to search: every setting has one value",
        "batch: 16 # or train it once: ./twinprop run ",
        "workers: 8 # workers is 8, but candidates are drawn 4 ahead of results",
        "learning-rate: log(1e-4, 1e-1) # there is no setting 'learning-rate' (did you mean learning_rate?)",
        "learning_rate: log(0, 1) # line 5, column 16: log(0, 1) needs two numbers above 0",
        "learning_rate: logg(1e-3, 1) # learning_rate is 'logg(1e-3, 1)', but must be a number above 0",
        "learning_rate: lg(1e-3, 1) # there is no space 'lg(...)' (did you mean log?)",
        "network: flatten dense(wole(4, 8)) dense(10) | softmax-xent # there is no space 'wole(...)' (did you mean whole?)",
        "batch: [16, some] # line 5, column 13: batch is 'some', but must be a whole number",
        "batch: [] # batch is an empty list",
        "seed: whole(1, 9) # seed cannot be searched, because candidates could not be compared",
        "candidates: 0 # candidates is '0', but must be a whole number from 1 to 100,000",
        "objective: fairness # there is no measure 'fairness' to make small",
        "generator: genetics # generator is 'genetics', but must be random or grid or genetic",
        "validation: 1 # validation is '1', but must be a share between 0 and 1, as 0.2",
        "mitigation: reweight # a search heeds no 'mitigation', for its candidates are trained once",
        "folds: 3 # a search heeds no 'folds'",
        "group_by: city # there is no group column 'city'",
      })
  void isRefusedInOneLine(String line, String message) throws IOException {
    List<String> lines = new ArrayList<>(List.of(line));
    if (!line.startsWith("network")) {
      lines.add(0, NETWORK);
    }
    if (message.contains("candidates is") || !line.matches("(batch|learning).*|seed.*")) {
      lines.add("clip_norm: uniform(1, 2)");
    }
    Path file = files.file("bad", lines.toArray(String[]::new));
    Path out = folder.resolve("never");
    String error = Captured.of("search", file.toString(), "--out", out.toString()).errorLine(2);
    assertTrue(error.contains(message), error);
    assertFalse(Files.exists(out), "nothing is written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "candidates: 3 # 'candidates' is a setting of a search",
        "learning_rate: log(1e-3, 1) # learning_rate has several values to search",
        "batch: [16, 32] # batch has several values to search",
      })
  void aRunPointsToTheSearch(String line, String message) throws IOException {
    Path file = files.file("meant", NETWORK, line);
    String error = Captured.of("run", file.toString()).errorLine(2);
    assertTrue(error.contains("line 5") && error.contains(message), error);
    assertTrue(error.endsWith("./twinprop search " + file), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "search # name what to search: checks, or an experiment file with spaces",
        "search cheks # there is no 'twinprop search cheks'",
        "search checks --candidates 0 # candidates is '0'",
        "search checks --set batch # --set batch: write KEY=VALUE",
        "search checks --resume here --out there # leave --out away",
        "search --resume nowhere # nowhere is no folder of a search",
      })
  void soAreOptions(String arguments, String message) {
    String error = Captured.of(arguments.split(" ")).errorLine(2);
    assertTrue(error.contains(message), error);
  }

  @Test
  void aFolderGoesOnWithItsOwnSearchAlone() throws IOException {
    Path file = files.file("own", NETWORK, "learning_rate: log(1e-3, 1e-2)", "candidates: 1");
    Path out = folder.resolve("own");
    Captured.of("search", file.toString(), "--out", out.toString(), "--epochs", "1").succeeded();
    String changed =
        Captured.of("search", file.toString(), "--resume", out.toString()).errorLine(2);
    assertTrue(changed.contains("is another search: there epochs is 1, but here it is 2"), changed);
    String wider =
        Captured.of("search", "--resume", "" + out, "--set", "learning_rate=log(1e-3, 1)")
            .errorLine(2);
    assertTrue(wider.contains("there learning_rate is log(1e-3, 1e-2)"), wider);
    Captured.of("search", "--resume", out.toString()).succeeded();

    Path images = folder.resolve("digits").resolve("t10k-images-idx3-ubyte");
    byte[] before = Files.readAllBytes(images);
    byte[] other = before.clone();
    other[other.length / 2]++;
    Files.write(images, other);
    String data = Captured.of("search", "--resume", out.toString()).errorLine(2);
    Files.write(images, before);
    assertTrue(data.contains("is a search on other examples"), data);
  }

  @Test
  void damagedResultsAreNamed() throws IOException {
    Path file = files.file("torn", NETWORK, "learning_rate: log(1e-3, 1e-2)", "candidates: 1");
    Path out = folder.resolve("torn");
    Captured.of("search", file.toString(), "--out", out.toString(), "--epochs", "1").succeeded();
    Path result = out.resolve("candidates/001/result.json");
    Files.writeString(result, "{");
    String error = Captured.of("search", "--resume", out.toString()).errorLine(2);
    assertTrue(error.startsWith(result + " is damaged"), error);
    Files.delete(result);
    Captured.of("search", "--resume", out.toString()).succeeded();
    assertEquals(1, SearchFiles.results(out).size());
  }
}
