package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;
import org.twinprop.experiments.folder.SavedNetwork;
import org.twinprop.layers.Network;

/** Whole runs on a few small files. */
class RunChecksTest {
  private static final String NETWORK =
      "conv(4,5,stride=2) relu maxpool(2) flatten dropout(0.2) dense(10) | softmax-xent l2=1e-4";

  @TempDir static Path folder;
  private static Path data;
  private static Captured first;

  @BeforeAll
  static void runOnce() {
    data = DigitFiles.write(folder.resolve("digits"), 20, 6);
    first = run("first", "--epochs", "2", "--json", "-");
  }

  private static Captured run(String out, String... more) {
    String[] arguments = {
      "run", "checks", "--data", data.toString(), "--net", NETWORK, "--out", path(out).toString()
    };
    return Captured.of(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private static Path path(String out) {
    return folder.resolve("runs").resolve(out);
  }

  private static List<NamedCsvRecord> rows(String out, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(path(out).resolve(file))) {
      return reader.stream().toList();
    }
  }

  /** The rows of metrics.csv without the two columns of time. */
  private static List<List<String>> measures(String out) throws IOException {
    List<List<String>> measures = new ArrayList<>();
    for (NamedCsvRecord row : rows(out, "metrics.csv")) {
      measures.add(
          Stream.of("network", "epoch", "split", "loss", "accuracy").map(row::getField).toList());
    }
    return measures;
  }

  @Test
  void theRunFolderIsComplete() throws IOException {
    first.succeeded();
    try (Stream<Path> files = Files.list(path("first"))) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      Set<String> wanted =
          Set.of(
              "checkpoints",
              "classes.csv",
              "config.yaml",
              "run.json",
              "metrics.csv",
              "gradients.csv",
              "groups.csv",
              "predictions.csv",
              "model.npz",
              "model.json",
              "model-dl4j.zip",
              "report.html",
              "log.txt");
      assertEquals(wanted, names);
    }
    String report = Files.readString(path("first").resolve("report.html"));
    assertTrue(report.contains("high-school students"), "the report names the populations");
  }

  @Test
  void standardOutputHoldsOnlyJson() throws IOException {
    JsonNode result = new ObjectMapper().readTree(first.out());
    assertTrue(result.get("ok").asBoolean());
    assertEquals("completed", result.get("outcome").asText());
    assertEquals(path("first").toString(), result.get("folder").asText());
    assertEquals(2, result.get("epochs").asInt());
    assertEquals(2 + 1, result.get("verifications").size());
    assertEquals(120, result.get("groups").get(0).get("n").asInt());
    assertTrue(first.err().contains("Report: " + path("first")), first.err());
  }

  @Test
  void theFindingsCallGroupsGroups() throws IOException {
    String findings = new ObjectMapper().readTree(first.out()).get("findings").toString();
    assertTrue(
        findings.contains(
            "By digit, the hand-written network is wrong most often about the group '"),
        findings);
  }

  @Test
  void bothNetworksLearnTheSame() throws IOException {
    List<NamedCsvRecord> rows = rows("first", "metrics.csv");
    assertEquals(2 * 2 * 2 + 2, rows.size());
    for (int network = 0; network < 2; network++) {
      double first = Double.parseDouble(rows.get(network).getField("loss"));
      double second = Double.parseDouble(rows.get(4 + network).getField("loss"));
      assertTrue(
          second < first, () -> "the training loss rose from %s to %s".formatted(first, second));
    }
    JsonNode result = new ObjectMapper().readTree(first.out());
    assertEquals(120, result.get("agreements").asInt());
  }

  @Test
  void everyGradientIsCheckedAgainstBothWitnesses() throws IOException {
    List<NamedCsvRecord> rows = rows("first", "gradients.csv");
    assertEquals(
        Set.of("0", "1", "2"),
        rows.stream().map(row -> row.getField("epoch")).collect(Collectors.toSet()));
    for (String parameter : List.of("W1", "b1", "W2", "b2")) {
      List<NamedCsvRecord> checks =
          rows.stream().filter(row -> row.getField("parameter").equals(parameter)).toList();
      assertEquals(3, checks.size(), parameter);
      for (NamedCsvRecord check : checks) {
        assertEquals("true", check.getField("ok"));
        assertFalse(check.getField("max_relative_error_numeric").isEmpty(), parameter);
        assertTrue(
            Double.parseDouble(check.getField("max_relative_error_dl4j")) < 1e-10, parameter);
      }
    }
  }

  @Test
  void nobodyWhoWasLearnedFromIsTested() throws IOException {
    List<NamedCsvRecord> rows = rows("first", "predictions.csv");
    assertEquals(6 * 20, rows.size());
    Set<String> writers =
        rows.stream().map(row -> row.getField("writer")).collect(Collectors.toSet());
    assertEquals(6, writers.size());
    assertTrue(first.err().contains("nobody wrote for two of them"), first.err());
  }

  @Test
  void theSavedModelPredictsWhatTheRunPredicted() throws IOException {
    try (Network network = SavedNetwork.read(path("first"))) {
      assertEquals(NETWORK, network.architecture().text());
      assertEquals(2L * 6, network.step());
    }
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAnotherSeedOthers() throws IOException {
    run("again", "--epochs", "2").succeeded();
    assertEquals(measures("first"), measures("again"));
    assertEquals(
        -1,
        Files.mismatch(path("first").resolve("groups.csv"), path("again").resolve("groups.csv")));
    assertEquals(
        -1, Files.mismatch(path("first").resolve("model.npz"), path("again").resolve("model.npz")));
    run("other", "--epochs", "2", "--seed", "2").succeeded();
    assertNotEquals(measures("first"), measures("other"));
  }

  @Test
  void theTwinDoesNotChangeTheHandwrittenNetwork() throws IOException {
    Captured alone = run("alone", "--epochs", "2", "--twin", "off").succeeded();
    assertTrue(alone.out().contains("Twin       off"), alone.out());
    assertFalse(Files.exists(path("alone").resolve("model-dl4j.zip")));
    assertEquals(
        measures("first").stream().filter(row -> row.get(0).equals("handwritten")).toList(),
        measures("alone"));
  }

  @Test
  void anUpdaterThatDl4jLacksTrainsAloneAndItsGradientsAreStillCompared() throws IOException {
    Captured run = run("adamw", "--epochs", "1", "--updater", "adamw", "--clip-norm", "2");
    run.succeeded();
    assertTrue(run.out().contains("DL4J checks gradients alone"), run.out());
    assertTrue(run.out().contains("DL4J has no AdamW"), run.out());
    assertTrue(run.out().contains("gradients clipped to a length of at most 2"), run.out());
    assertEquals(
        Set.of("handwritten"),
        measures("adamw").stream().map(row -> row.get(0)).collect(Collectors.toSet()));
    assertTrue(
        rows("adamw", "gradients.csv").stream()
            .anyMatch(row -> !row.getField("max_relative_error_dl4j").isEmpty()));
  }

  @Test
  void aRunCanBeWatchedAndComesOutTheSame() throws Exception {
    int port = freePort();
    CompletableFuture<Captured> run =
        CompletableFuture.supplyAsync(
            () -> run("watched", "--epochs", "2", "--watch-port", Integer.toString(port)));
    List<String> pages = Viewer.watch(port, run);
    Captured watched = run.get().succeeded();
    assertTrue(
        watched.out().startsWith("Watch it at http://127.0.0.1:%d/,".formatted(port)),
        watched.out());
    assertTrue(pages.stream().anyMatch(page -> page.contains("Training goes on.")), "live pages");
    String last = pages.get(pages.size() - 1);
    assertEquals(Files.readString(path("watched").resolve("report.html")), last);
    assertFalse(last.contains("Training goes on."), "the last page is that of the run folder");
    assertEquals(measures("first"), measures("watched"));
    assertEquals(
        -1,
        Files.mismatch(path("first").resolve("model.npz"), path("watched").resolve("model.npz")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aPortThatIsTakenEndsTheRunBeforeItLeavesAnything() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      String line = run("taken", "--watch-port", port).errorLine(2);
      assertTrue(line.startsWith("--watch-port " + port + " cannot be listened on: "), line);
      assertFalse(Files.exists(path("taken")));
    }
  }

  @Test
  void theReportShowsWhatTheFirstLayerLooksFor() throws IOException {
    Document page = Jsoup.parse(Files.readString(path("first").resolve("report.html")));
    assertEquals(4, page.select("#features .kernels li").size());
    for (Element image : page.select("#features .kernels img")) {
      assertTrue(image.attr("src").startsWith("data:image/png;base64,"));
      assertTrue(image.attr("alt").matches("(Kernel|Feature map) .*: \\d+ by \\d+ numbers .*"));
    }
  }

  @Test
  void aTrainingInFloat64StaysWithItsTwinToTheLastDigits() throws IOException {
    run("float64", "--epochs", "1", "--type", "float64").succeeded();
    List<List<String>> rows = measures("float64");
    double ours = Double.parseDouble(rows.get(0).get(3));
    double theirs = Double.parseDouble(rows.get(1).get(3));
    assertEquals(ours, theirs, 1e-9 * ours);
  }

  @Test
  void aLimitTakesWholeWriters() throws IOException {
    Captured limited = run("limited", "--epochs", "1", "--limit", "100", "--twin", "off");
    limited.succeeded();
    assertTrue(
        limited.out().contains("80 by 4 writers to train, 20 by 1 writer to validate"),
        limited.out());
  }

  @Test
  void whereWritersAreNotKnownNobodyIsCalledAStranger() throws IOException {
    Path anonymous = DigitFiles.write(folder.resolve("anonymous"), 3, 1);
    Files.delete(anonymous.resolve("qmnist-train-labels-idx2-int"));
    Files.delete(anonymous.resolve("qmnist-test-labels-idx2-int"));
    Captured run =
        Captured.of(
                "run",
                "checks",
                "--data",
                anonymous.toString(),
                "--net",
                NETWORK,
                "--epochs",
                "1",
                "--twin",
                "off",
                "--out",
                path("anonymous").toString())
            .succeeded();
    assertTrue(run.out().contains("who wrote them is not known"), run.out());
    assertTrue(run.out().contains("Test: digits that the network has never seen"), run.out());
    String report = Files.readString(path("anonymous").resolve("report.html"));
    assertTrue(report.contains("who wrote them is not known"), "the report says so too");
    for (String told : List.of(run.out(), report)) {
      assertFalse(told.contains("writers whom"), "nobody is called a stranger");
      assertFalse(told.contains("by writers of whom"), "nobody is called a stranger");
      assertFalse(told.contains("these 0 writers"), "nobody is called a stranger");
    }
  }

  @Test
  void aSoftmaxBeforeALossThatHasOneIsWarnedOfEverywhere() throws IOException {
    String out = path("twice softmax").toString();
    Logger logger = (Logger) LoggerFactory.getLogger(Announcement.class);
    logger.setLevel(Level.INFO); // as outside tests
    Captured run =
        Captured.of(
                "run",
                "checks",
                "--data",
                data.toString(),
                "--net",
                "flatten dense(10) softmax | softmax-xent",
                "--epochs",
                "0",
                "--twin",
                "off",
                "--out",
                out)
            .succeeded();
    logger.setLevel(null);
    String warning = "softmax is applied twice";
    assertTrue(run.out().contains("Warning    " + warning), run.out());
    assertTrue(run.out().contains("The one gradient check passed."), run.out());
    assertTrue(Files.readString(Path.of(out, "report.html")).contains(warning), "the report");
    String log = Files.readString(Path.of(out, "log.txt"));
    assertTrue(log.contains("Warning: " + warning), log);
  }

  @Test
  void writersWhoAreLearnedFromAndTestedAreCounted() throws IOException {
    Path twice = DigitFiles.write(folder.resolve("twice"), 6, 1);
    for (String file : List.of("images-idx3-ubyte", "labels-idx1-ubyte")) {
      Files.copy(
          twice.resolve("train-" + file),
          twice.resolve("t10k-" + file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.copy(
        twice.resolve("qmnist-train-labels-idx2-int"),
        twice.resolve("qmnist-test-labels-idx2-int"),
        StandardCopyOption.REPLACE_EXISTING);
    Captured run =
        Captured.of(
                "run",
                "checks",
                "--data",
                twice.toString(),
                "--net",
                NETWORK,
                "--epochs",
                "0",
                "--twin",
                "off",
                "--out",
                path("twice").toString())
            .succeeded();
    assertTrue(
        run.out().contains("of the writers to test, 6 wrote digits to learn from too"), run.out());
  }

  @Test
  void anUntrainedNetworkCanBeTested() throws IOException {
    run("untrained", "--epochs", "0", "--twin", "off").succeeded();
    assertEquals(
        1,
        rows("untrained", "predictions.csv").stream()
            .map(r -> r.getField("row"))
            .filter("0"::equals)
            .count());
  }

  @Test
  void aLossThatIsNotFiniteEndsTheRunWithTheLastGoodModel() throws IOException {
    Captured diverged =
        run("diverged", "--epochs", "3", "--updater", "sgd", "--learning-rate", "1e30");
    assertEquals(1, diverged.exitCode());
    assertEquals(1, diverged.err().lines().count(), diverged.err());
    assertTrue(
        diverged
            .err()
            .matches("(?s)twinprop: the loss became .* at batch \\d+ of epoch 1; .*layer \\d.*"),
        diverged.err());
    try (Network network = SavedNetwork.read(path("diverged"))) {
      for (var parameter : network.parameters().values()) {
        assertTrue(Double.isFinite(parameter.sumNumber().doubleValue()));
      }
    }
    assertTrue(Files.exists(path("diverged").resolve("report.html")));
    assertTrue(Files.readString(path("diverged").resolve("run.json")).contains("\"diverged\""));
  }
}
