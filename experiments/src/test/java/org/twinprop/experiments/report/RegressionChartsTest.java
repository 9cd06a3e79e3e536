package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.AuditSettings;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.group.RegressionAudit;
import org.twinprop.trainer.evaluation.group.RegressionTally;

class RegressionChartsTest {
  /** Residuals: north 0, 1, .. 100, south 50 for each, tiny -3. */
  private static Audit audit() {
    RegressionTally all = new RegressionTally(0, 1);
    Map<String, RegressionTally> groups = new HashMap<>();
    for (int i = 0; i <= 100; i++) {
      add(all, groups, "north", i, 2 * i);
      add(all, groups, "south", 1000, 1050);
    }
    add(all, groups, "tiny", 5, 2);
    return RegressionAudit.of(
        new GroupedTallies<>(all, Map.of("place", groups)),
        new AuditSettings(null, Map.of(), 10, 42, 20));
  }

  private static void add(
      RegressionTally all, Map<String, RegressionTally> groups, String group, double y, double p) {
    all.add(y, p);
    groups.computeIfAbsent(group, name -> new RegressionTally(0, 2)).add(y, p);
  }

  private static List<GroupMetrics> groups() {
    return audit().columns().get(0).groups();
  }

  private static JsonNode drawing(Chart chart) throws Exception {
    return new ObjectMapper().readTree(chart.json());
  }

  @Test
  void aGroupHasItsMedianItsMiddleHalfAndAllButTheEnds() throws Exception {
    Chart chart = ResidualChart.of("place", groups());
    JsonNode north = drawing(chart).at("/dots/0");
    assertEquals(50, north.at("/value").asDouble());
    assertEquals(5, north.at("/low").asDouble());
    assertEquals(95, north.at("/high").asDouble());
    assertEquals(25, north.at("/middle/low").asDouble());
    assertEquals(75, north.at("/middle/high").asDouble());
    assertTrue(drawing(chart).at("/dots/2/faint").asBoolean(), "one example is few");
    assertEquals(
        List.of("north", "residual", "101", "+5.000", "+25.00", "+50.00", "+75.00", "+95.00"),
        chart.table().rows().get(0));
    assertEquals("tiny (few examples)", chart.table().rows().get(2).get(0));
  }

  @Test
  void wordsSayWhatAResidualIsAndWhoseSpreadMost() {
    String summary = ResidualChart.of("place", groups()).summary();
    assertTrue(summary.startsWith("Prediction minus truth"), summary);
    assertTrue(
        summary.endsWith(
            "widest for “north” (+25.00 to +75.00), narrowest for “south” (+50.00 to +50.00)."),
        summary);
  }

  @Test
  void severalPredictionsOfAGroupAreTold() throws Exception {
    ResidualChart chart = new ResidualChart("Both", List.of("old", "new"));
    GroupMetrics north = groups().get(0);
    GroupMetrics south = groups().get(1);
    chart.group("all", 101, false, List.of(north.residuals(), south.residuals()));
    Chart drawn = chart.chart();
    assertEquals(List.of("first", "second"), drawing(drawn).findValuesAsText("network"));
    assertEquals(2, drawn.networks().size());
    assertEquals("new", drawn.table().rows().get(1).get(1));
  }

  @Test
  void predictionsOfEveryGroupStandOnTheSameAxes() throws Exception {
    List<Chart> charts = PredictedChart.of(groups());
    assertEquals(3, charts.size());
    for (Chart chart : charts) {
      assertEquals(0, drawing(chart).at("/low").asDouble(), 2.0); // of 101, one is not shown
      assertEquals(1050, drawing(chart).at("/high").asDouble());
    }
    JsonNode tiny = drawing(charts.get(2)).at("/points/0");
    assertEquals(5, tiny.at("/x").asDouble());
    assertEquals(2, tiny.at("/y").asDouble());
    assertEquals(List.of("5.000", "2.000", "-3.000"), charts.get(2).table().rows().get(0));
    assertTrue(charts.get(0).summary().startsWith("100 of 101 examples, drawn at random."));
    assertTrue(charts.get(2).summary().startsWith("1 example."), charts.get(2).summary());
  }

  @Test
  void aPanelOfARegressionHasPredictionsAndNoConfusions() {
    Panel panel = Panel.of(audit(), "place", groups());
    assertEquals(3, panel.predictions().size());
    assertTrue(panel.confusions().isEmpty() && panel.calibrations().isEmpty());
  }
}
