package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.Captured;

/** The rents of real listings, from the table to the report; one run serves all tests. */
class RunRentsTest {
  @TempDir static Path folder;
  private static Path run;
  private static Captured result;

  @BeforeAll
  static void runOnce() throws IOException {
    run = folder.resolve("run");
    result =
        Captured.of(
                "run",
                "rents",
                "--data",
                realData().toString(),
                "--epochs",
                "40",
                "--json",
                folder.resolve("result.json").toString(),
                "--out",
                run.toString())
            .succeeded();
  }

  /** Of which this test cannot do without: without the files it fails, and says so. */
  private static Path realData() throws IOException {
    String variable = System.getenv("TWINPROP_DATA");
    Path data =
        variable == null
            ? projectFolder().resolveSibling("shared").resolve("data")
            : Path.of(variable);
    if (!Files.exists(data)) {
      throw new BadInput("there is no folder " + data + " with rents/streeteasy.csv");
    }
    return data;
  }

  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("layers"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(run.resolve(file)).stream().map(line -> line.split(",", -1)).toList();
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("result.json").toFile());
  }

  @Test
  void everyCoefficientOfTheLineIsThatOfLeastSquares() throws IOException {
    List<String[]> rows = rows("linear.csv");
    assertEquals(
        List.of("feature", "gradient_descent", "least_squares", "dl4j", "relative_difference"),
        List.of(rows.get(0)));
    assertTrue(rows.size() > 60, "coefficients: " + rows.size());
    for (String[] row : rows.subList(1, rows.size())) {
      double descent = Double.parseDouble(row[row.length - 4]);
      assertEquals(Double.parseDouble(row[row.length - 3]), descent, 1e-6, row[0]);
      assertEquals(Double.parseDouble(row[row.length - 2]), descent, 1e-6, row[0]);
      assertTrue(Double.parseDouble(row[row.length - 1]) <= 1e-6, row[0]);
    }
  }

  @Test
  void theNetworkBeatsTheLineOnBuildingsThatNeitherHasSeen() throws IOException {
    JsonNode audits = json().get("audits");
    double network = mae(audits, "handwritten").get("value").asDouble();
    double line = mae(audits, "linear").get("value").asDouble();
    assertTrue(network < line, network + " against " + line);
    for (String name : List.of("handwritten", "dl4j", "linear")) {
      JsonNode error = mae(audits, name);
      assertTrue(error.get("low").asDouble() < error.get("value").asDouble());
      assertTrue(error.get("value").asDouble() < error.get("high").asDouble());
    }
    assertTrue(
        json()
            .get("findings")
            .toString()
            .contains("nearer to the truth than the linear regression"),
        json().get("findings").toString());
  }

  private static JsonNode mae(JsonNode audits, String network) {
    return audits.get(network).get("overall").get("metrics").get("mae");
  }

  @Test
  void noBuildingThatWasLearnedFromIsTested() throws IOException {
    List<String[]> predictions = rows("predictions.csv");
    int building = List.of(predictions.get(0)).indexOf("building_id");
    Set<String> tested = new HashSet<>();
    predictions.subList(1, predictions.size()).forEach(row -> tested.add(row[building]));
    assertTrue(tested.size() > 300);
    assertTrue(result.out().contains("no building is in two of them"), result.out());
  }

  @Test
  void errorsAreToldInDollarsByBoroughAndQuarter() throws IOException {
    String out = result.out();
    assertTrue(out.contains("Manhattan") && out.contains("rent quartile"), out);
    assertTrue(out.matches("(?s).*The hand-written network is off by \\$\\d+ on average.*"), out);
    List<String[]> groups = rows("groups.csv");
    List<String> header = List.of(groups.get(0));
    for (String key : List.of("n", "mae", "mae_low", "mae_high", "rmse", "bias", "r2")) {
      assertTrue(header.contains(key), header.toString());
    }
    assertTrue(header.indexOf("mae") > 0 && groups.size() > 3 * 7);
    assertEquals("rmse", rows("metrics.csv").get(0)[4]);
  }

  @Test
  void auditReadsItsPredictionsAndFindsTheSameErrors() throws IOException {
    Captured audit =
        Captured.of(
                "audit",
                run.resolve("predictions.csv").toString(),
                "--regression",
                "--label",
                "target",
                "--prediction",
                "handwritten_prediction",
                "--group",
                "borough",
                "--out",
                folder.resolve("audit").toString(),
                "--json",
                folder.resolve("audit.json").toString())
            .succeeded();
    JsonNode audited = new ObjectMapper().readTree(folder.resolve("audit.json").toFile());
    double theirs = audited.findPath("overall").findPath("mae").get("value").asDouble();
    double ours = mae(json().get("audits"), "handwritten").get("value").asDouble();
    assertEquals(ours, theirs, 1e-3, audit.out());
  }

  @Test
  void theReportSaysItInWordsAndCharts() throws IOException {
    String page = Files.readString(run.resolve("report.html"));
    assertTrue(page.contains("Off by, on average, by borough, in $"));
    assertTrue(page.contains("off by $"));
    Document document = Jsoup.parse(page);
    List<String> tiles = document.select(".figures dt").eachText().subList(0, 3);
    assertEquals(
        List.of("Off by, hand-written", "Off by, DL4J", "Off by, linear regression"), tiles);
    String tile = document.selectFirst(".figures strong").text();
    assertTrue(
        result.out().contains("The hand-written network is off by " + tile + " on average"), tile);
    assertFalse(page.contains("classified wrong"));
  }
}
