package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;

class ChartsTest {
  @Test
  void groupsAreSortedByErrorRateWithSmallOnesLast() throws Exception {
    List<GroupErrorRate> rates =
        List.of(
            SampleRun.rate("handwritten", "overall", "everyone", 305, 33),
            SampleRun.rate("handwritten", "town", "good", 100, 1),
            SampleRun.rate("handwritten", "town", "tiny", 5, 4),
            SampleRun.rate("handwritten", "town", "bad", 100, 20),
            SampleRun.rate("handwritten", "town", "middling", 100, 8));
    JsonNode drawing = drawing(GroupCharts.of(rates).get(0));
    assertEquals(
        List.of("bad", "middling", "good", "tiny"), drawing.at("/rows").findValuesAsText("name"));
    assertEquals(true, drawing.at("/dots/3/faint").asBoolean());
    assertEquals(100 * 33 / 305.0, drawing.at("/reference/value").asDouble(), 1e-12);
  }

  @Test
  void aDotStandsAtItsRateBetweenTheEndsOfItsInterval() throws Exception {
    Chart chart = GroupCharts.of(SampleRun.groups()).get(0);
    JsonNode dot = drawing(chart).at("/dots/1");
    GroupErrorRate rate = SampleRun.rate("dl4j", "population", "high-school students", 5000, 81);
    assertEquals("dl4j", dot.at("/network").asText());
    assertEquals(100 * rate.errorRate(), dot.at("/value").asDouble());
    assertEquals(100 * rate.low(), dot.at("/low").asDouble());
    assertEquals(100 * rate.high(), dot.at("/high").asDouble());
    assertTrue(
        chart
            .table()
            .rows()
            .contains(
                List.of("high-school students", "DL4J", "81", "5,000", "1.62%", "1.31% to 2.01%")));
    assertEquals("population: high-school students", dot.at("/tip/0").asText());
    assertEquals(
        "Most often wrong about “high-school students”: 1.60% (1.29% to 1.99%); least often about"
            + " “Census Bureau employees”: 0.64% (0.45% to 0.90%).",
        chart.summary());
  }

  @Test
  void manyGroupsBecomeTheirSpreadAndTheWorstOfThem() throws Exception {
    List<Chart> charts = GroupCharts.of(SampleRun.groups());
    assertEquals(
        List.of("intervals", "intervals", "bars", "intervals"),
        charts.stream().map(Chart::kind).toList());
    long large =
        SampleRun.groups().stream()
            .filter(rate -> rate.column().equals("writer") && rate.network().equals("dl4j"))
            .filter(rate -> !rate.small())
            .count();
    JsonNode bars = drawing(charts.get(2));
    for (JsonNode series : bars.at("/series")) {
      long sum = 0;
      for (JsonNode value : series.at("/values")) {
        sum += value.asLong();
      }
      assertEquals(large, sum);
    }
    assertEquals(12, drawing(charts.get(3)).at("/rows").size());
  }

  @Test
  void theSurelyWorstComeFirstNotTheLucklessFew() throws Exception {
    List<GroupErrorRate> rates = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(i -> rates.add(SampleRun.rate("handwritten", "writer", "w" + i, 50, 0)));
    rates.add(SampleRun.rate("handwritten", "writer", "few", 10, 2));
    rates.add(SampleRun.rate("handwritten", "writer", "many", 300, 40));
    JsonNode rows = drawing(GroupCharts.of(rates).get(1)).at("/rows");
    assertEquals("many", rows.at("/0/name").asText());
    assertEquals("few", rows.at("/1/name").asText());
  }

  @Test
  void aRateOnTheEdgeOfABarFallsIntoTheLowerOne() throws Exception {
    List<GroupErrorRate> rates = new ArrayList<>();
    IntStream.range(0, 31)
        .forEach(i -> rates.add(SampleRun.rate("handwritten", "writer", "w" + i, 100, i % 4)));
    JsonNode drawing = drawing(GroupCharts.of(rates).get(0));
    assertEquals(
        List.of("none", "0–0.5%", "0.5–1%", "1–1.5%", "1.5–2%", "2–2.5%", "2.5–3%"),
        texts(drawing.at("/names")));
    assertEquals(List.of("8", "0", "8", "0", "8", "0", "7"), texts(drawing.at("/series/0/values")));
  }

  @Test
  void curvesHaveALineForEachNetworkAndSplit() throws Exception {
    List<Chart> charts = CurveCharts.of(SampleRun.metrics(3), Score.ACCURACY);
    JsonNode loss = drawing(charts.get(0));
    assertEquals(6, loss.at("/lines").size());
    assertEquals("training", loss.at("/lines/0/split").asText());
    assertEquals(3, loss.at("/lines/0/points").size());
    assertEquals(0.21 / 2 + 0.01, loss.at("/lines/0/points/1/y").asDouble());
    JsonNode accuracy = drawing(charts.get(1));
    assertEquals(4, accuracy.at("/lines").size());
    assertEquals(98.88, accuracy.at("/lines/2/points/0/y").asDouble(), 1e-9);
    assertEquals(
        "At the end: validation 98.65% hand-written, 98.65% DL4J; test 98.88% hand-written,"
            + " 98.88% DL4J.",
        charts.get(1).summary());
  }

  @Test
  void aLossThatIsNoNumberIsLeftOut() throws Exception {
    List<EpochMetrics> metrics =
        List.of(
            new EpochMetrics("handwritten", 1, "train", 2.5, Double.NaN, 1, 1),
            new EpochMetrics("handwritten", 2, "train", Double.NaN, Double.NaN, 1, 1));
    List<Chart> charts = CurveCharts.of(metrics, Score.ACCURACY);
    assertEquals(1, charts.size());
    assertEquals(1, drawing(charts.get(0)).at("/lines/0/points").size());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static JsonNode drawing(Chart chart) throws JsonProcessingException {
    return new ObjectMapper().readTree(chart.json());
  }
}
