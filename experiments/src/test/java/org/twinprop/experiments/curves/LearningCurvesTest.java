package org.twinprop.experiments.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;

class LearningCurvesTest {
  private static final String NETWORK = "flatten dense(8) tanh dense(10) | softmax-xent";

  @TempDir Path folder;

  @Test
  void fewAndManySmallAndLargeAreTrainedAsOftenAsThereAreSeeds() throws IOException {
    Path out = folder.resolve("out");
    Captured captured =
        Captured.of(
            "run",
            "checks",
            "--limit=400",
            "--epochs=2",
            "--net=" + NETWORK,
            "--learning-curve",
            "--sizes=50,200",
            "--model-sizes=0.5,1",
            "--seeds=2",
            "--out=" + out,
            "--json=-");
    JsonNode result = new ObjectMapper().readTree(captured.succeeded().out());
    assertEquals(8, result.get("points").size());
    assertEquals(9, Files.readAllLines(out.resolve("curves.csv")).size());
    JsonNode few = result.get("points").get(0);
    JsonNode many = result.get("points").get(2);
    assertEquals(50, few.get("examples").asInt());
    assertTrue(few.get("epochs").asInt() > many.get("epochs").asInt(), "as many steps with fewer");
    assertTrue(
        few.get("training_error").asDouble() < few.get("validation_error").asDouble(),
        "what was learned is known better: " + few);
    JsonNode half = result.get("points").get(4);
    assertEquals("0.5x", half.get("model").asText());
    assertEquals(784 * 4 + 4 + 4 * 10 + 10, half.get("parameters").asInt());
    var page = Jsoup.parse(Files.readString(out.resolve("report.html")));
    assertEquals(2, page.select("figure.chart .plot[aria-label]").size());
    assertEquals(2, page.select("figure.chart details table").size());
    assertEquals(4, page.select("figure.chart").first().select("tbody tr").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --sizes=10 ; --sizes=10: sizes says nothing without learning_curve: true
          --seeds=3 ; --seeds=3: seeds says nothing without learning_curve: true
          --learning-curve --sizes=10,x ; --sizes=10,x: sizes is 'x', but must be a whole number
          --learning-curve --sizes=999999 ; sizes has 999,999, but there are
          --model-sizes=0 ; --model-sizes=0: model_sizes is '0', but must be a number above 0
          --learning-curve --folds=3 ; folds and learning curves are two experiments
          """)
  void whatCannotBeIsRefusedBeforeAnythingIsWritten(String options, String expected) {
    Path out = folder.resolve("out");
    String line =
        Captured.of(("run checks --limit=100 --out=" + out + " " + options).split(" "))
            .errorLine(2);
    assertTrue(line.contains(expected), line);
    assertFalse(Files.exists(out), "a folder was left behind");
  }
}
