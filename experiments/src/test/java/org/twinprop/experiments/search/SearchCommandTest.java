package org.twinprop.experiments.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

class SearchCommandTest {
  @TempDir static Path folder;
  private static SearchFiles files;
  private static Path search;
  private static JsonNode result;
  private static Captured captured;

  /** Some that finish, one with too few classes, some that diverge. */
  @BeforeAll
  static void searchOnce() throws IOException {
    files = new SearchFiles(folder);
    Path file =
        files.file(
            "mixed",
            "network:",
            "  - flatten dense(10) | softmax-xent",
            "  - flatten dense(12) tanh dense(10) | softmax-xent",
            "  - flatten dense(7) | softmax-xent",
            "updater: choice(adam; sgd)",
            "learning_rate: choice(0.01; 1e38)",
            "generator: grid",
            "candidates: 20");
    search = folder.resolve("mixed");
    Path json = folder.resolve("mixed.json");
    captured =
        Captured.of("search", file.toString(), "--out", "" + search, "--json", "" + json)
            .succeeded();
    result = TextFormats.JSON.readTree(json.toFile());
  }

  private static List<JsonNode> candidates(String outcome) {
    return StreamSupport.stream(result.get("candidates").spliterator(), false)
        .filter(one -> one.get("outcome").asText().equals(outcome))
        .toList();
  }

  @Test
  void aGridIsSearchedWholeAndSaysThatThereIsNoMore() {
    assertEquals(12, result.get("candidates").size());
    assertTrue(result.get("exhausted").asBoolean());
    assertTrue(result.get("ok").asBoolean());
    assertTrue(captured.out().contains("The spaces hold no more than these"), captured.out());
  }

  @Test
  void whatFailsOrDivergesIsRecordedWithItsReason() {
    List<JsonNode> failed = candidates("failed");
    assertEquals(4, failed.size());
    for (JsonNode one : failed) {
      assertTrue(one.get("reason").asText().contains("there are 10 classes"), one.toString());
      assertTrue(one.get("objective").isNull());
    }
    assertFalse(candidates("diverged").isEmpty(), captured.out());
    for (JsonNode one : candidates("diverged")) {
      assertEquals("1e38", one.get("settings").get("learning_rate").asText());
      assertTrue(one.get("reason").asText().contains("the loss became"), one.toString());
    }
    assertTrue(candidates("finished").size() >= 2, captured.out());
  }

  @Test
  void theBestHasTheSmallestObjectiveAndIsTestedAndCanBeRun() throws IOException {
    double best =
        candidates("finished").stream()
            .mapToDouble(one -> one.get("objective").asDouble())
            .min()
            .orElseThrow();
    int number = result.get("best").asInt();
    assertEquals(best, result.get("candidates").get(number - 1).get("objective").asDouble(), 0);
    JsonNode test = result.get("tests").get(0);
    assertEquals(number, test.get("candidate").asInt());
    assertEquals(80, test.get("examples").asInt());
    assertTrue(test.get("low").asDouble() <= test.get("error").asDouble());
    assertTrue(Files.exists(search.resolve("candidates/%03d/model.npz".formatted(number))));
    Path run = folder.resolve("best-run");
    Captured.of("run", "" + search.resolve("best.yaml"), "--out", "" + run, "--set", "epochs=1")
        .succeeded();
  }

  @Test
  void theTableHasARowForEachCandidateAndAColumnForEachSpace() throws IOException {
    List<String> lines = Files.readAllLines(search.resolve("candidates.csv"));
    assertEquals(13, lines.size());
    assertTrue(lines.get(0).endsWith("network,updater,learning_rate,reason"), lines.get(0));
    assertTrue(lines.get(0).contains("error: Census Bureau employees"), lines.get(0));
  }

  @Test
  void theWorstGroupOfTheTestIsSaidWithItsInterval() throws IOException {
    Path file =
        Files.write(
            folder.resolve("opinions.yaml"),
            List.of(
                "experiment: opinions",
                "network: embedding(28,whole(4, 8)) laststep dense(2) | softmax-xent",
                "epochs: 1",
                "limit: 800",
                "candidates: 2",
                "seed: 4",
                "group_by: population"));
    Path out = folder.resolve("opinions");
    Path json = folder.resolve("opinions.json");
    Captured.of("search", file.toString(), "--out", "" + out, "--json", "" + json).succeeded();
    JsonNode found = TextFormats.JSON.readTree(json.toFile());
    JsonNode test = found.get("tests").get(0);
    JsonNode worst =
        StreamSupport.stream(test.get("groups").spliterator(), false)
            .max(Comparator.comparingDouble(group -> group.get("error").asDouble()))
            .orElseThrow();
    long n = worst.get("n").asLong();
    Estimate rate = Wilson.rate(Math.round(worst.get("error").asDouble() * n), n);
    String sentence =
        "Worst off in the test of candidate %d is the group “%s”: it is wrong about %s of its %,d sentences (95%% interval %s to %s)."
            .formatted(
                test.get("candidate").asInt(),
                worst.get("group").asText(),
                Formats.percent(rate.value()),
                n,
                Formats.percent(rate.low()),
                Formats.percent(rate.high()));
    assertTrue(found.get("findings").toString().contains(sentence), "" + found.get("findings"));
    Document page = Jsoup.parse(Files.readString(out.resolve("report.html")));
    assertTrue(page.select("#candidates").text().contains("95% interval"));
  }

  @Test
  void theReportDrawsEveryCandidateThatWasMeasured() throws IOException {
    Document page = Jsoup.parse(Files.readString(search.resolve("report.html")));
    JsonNode drawing =
        TextFormats.JSON.readTree(page.selectFirst("[data-kind=front]").attr("data-drawing"));
    long measured =
        StreamSupport.stream(result.get("candidates").spliterator(), false)
            .filter(one -> !one.get("epochs").isEmpty())
            .count();
    assertEquals(measured, drawing.get("points").size());
    List<Integer> front = new ArrayList<>();
    drawing
        .get("points")
        .forEach(
            point -> {
              if (point.get("front").asBoolean()) {
                front.add(point.get("name").asInt());
              }
            });
    List<Integer> expected = new ArrayList<>();
    result.get("front").forEach(one -> expected.add(one.asInt()));
    assertEquals(expected.stream().sorted().toList(), front.stream().sorted().toList());
    assertEquals(12, page.select(".candidates tbody tr").size());
    assertEquals(result.get("findings").size(), page.select("#findings ul.findings > li").size());
    assertTrue(page.text().contains("there are 10 classes"), "the reason of a failure");
  }

  @Test
  void aTwinDropsOutOnItsOwnAndLearns() throws IOException {
    Path file =
        files.file(
            "twin",
            "network: flatten dense(24) relu dropout(uniform(0.1, 0.3)) dense(10) | softmax-xent",
            "train: twin",
            "learning_rate: 0.01",
            "candidates: 2");
    Path out = folder.resolve("twin");
    Captured.of("search", file.toString(), "--out", out.toString(), "--epochs", "6").succeeded();
    for (JsonNode one : SearchFiles.results(out)) {
      assertEquals("finished", one.get("outcome").asText(), one.toString());
      double first = one.get("epochs").get(0).get("loss").asDouble();
      assertTrue(one.get("epochs").get(5).get("loss").asDouble() < 0.8 * first, one.toString());
    }
  }

  @Test
  void workersFindWhatOneFinds() throws IOException {
    Path file = files.file("many");
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    captured(file, one, "1");
    captured(file, two, "3");
    assertEquals(SearchFiles.results(one), SearchFiles.results(two));
    assertEquals(8, SearchFiles.results(two).size());
  }

  private static void captured(Path file, Path out, String workers) {
    Captured.of("search", "" + file, "--out", "" + out, "--workers", workers).succeeded();
  }
}
