package org.twinprop.trainer.evaluation.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.twinprop.trainer.evaluation.ExpectedValues.number;
import static org.twinprop.trainer.evaluation.ExpectedValues.numbers;
import static org.twinprop.trainer.evaluation.ExpectedValues.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.ExpectedValues;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Significance;

/** The same tables give the same numbers as scikit-learn and fairlearn. */
class ExpectedMetricsTest {
  private static final double EQUAL = 1e-12;
  private static final Set<String> NOT_NUMBERS = Set.of("confusion", "bins", "classes");

  private static Audit classification(JsonNode table, List<String> classes, String positive) {
    double[] scores = table.has("score") ? numbers(table.get("score")) : new double[0];
    return ClassificationAudit.of(
        Tables.classification(
            texts(table.get("group")),
            texts(table.get("label")),
            texts(table.get("prediction")),
            classes,
            scores),
        classes,
        new AuditSettings(positive, Map.of(), 10, 1, 2_000));
  }

  private static void assertMetrics(JsonNode expected, GroupMetrics actual) {
    expected
        .properties()
        .forEach(
            entry -> {
              if (!NOT_NUMBERS.contains(entry.getKey())) {
                assertEquals(
                    number(entry.getValue()),
                    actual.metrics().get(entry.getKey()).value(),
                    EQUAL,
                    actual.group() + " " + entry.getKey());
              }
            });
  }

  private static void assertConfusion(JsonNode expected, long[][] actual) {
    for (int label = 0; label < actual.length; label++) {
      assertArrayEquals(ExpectedValues.counts(expected.get(label)), actual[label]);
    }
  }

  @Test
  void binaryRatesAreThoseOfScikitLearnAndFairlearn() {
    JsonNode table = ExpectedValues.get("binary");
    Audit audit = classification(table, List.of("0", "1"), "1");
    assertMetrics(table.get("overall"), audit.overall());
    assertEquals(3, audit.columns().get(0).groups().size());
    for (GroupMetrics group : audit.columns().get(0).groups()) {
      JsonNode expected = table.get("by_group").get(group.group());
      assertMetrics(expected, group);
      assertConfusion(expected.get("confusion"), group.confusion());
    }
  }

  @Test
  void disparitiesAreThoseOfFairlearn() {
    JsonNode table = ExpectedValues.get("binary");
    ColumnAudit column = classification(table, List.of("0", "1"), "1").columns().get(0);
    table
        .get("disparities")
        .properties()
        .forEach(
            entry ->
                assertEquals(
                    entry.getValue().doubleValue(),
                    column.disparity(entry.getKey()).estimate().value(),
                    EQUAL,
                    entry.getKey()));
  }

  @Test
  void calibrationIsThatOfScikitLearn() {
    JsonNode table = ExpectedValues.get("binary");
    JsonNode expected = table.get("overall").get("bins");
    List<CalibrationBin> bins =
        classification(table, List.of("0", "1"), "1").overall().calibration();
    assertEquals(expected.size(), bins.size());
    for (int i = 0; i < bins.size(); i++) {
      assertEquals(expected.get(i).get("n").longValue(), bins.get(i).n());
      assertEquals(
          expected.get(i).get("outcome").doubleValue(), bins.get(i).outcome().value(), EQUAL);
      assertEquals(expected.get(i).get("mean_score").doubleValue(), bins.get(i).meanScore(), EQUAL);
    }
  }

  @Test
  void ratesOfEachClassAndTheirAverageAreThoseOfScikitLearn() {
    JsonNode table = ExpectedValues.get("classes");
    Audit audit = classification(table, List.of("ant", "bee", "cat", "dog"), null);
    assertMetrics(table.get("overall"), audit.overall());
    for (GroupMetrics group : audit.columns().get(0).groups()) {
      JsonNode expected = table.get("by_group").get(group.group());
      assertMetrics(expected, group);
      assertConfusion(expected.get("confusion"), group.confusion());
      assertClasses(expected.get("classes"), group.classes());
    }
  }

  private static void assertClasses(JsonNode expected, Map<String, Map<String, Estimate>> actual) {
    assertEquals(expected.size(), actual.size());
    expected
        .properties()
        .forEach(
            ofClass ->
                ofClass
                    .getValue()
                    .properties()
                    .forEach(
                        rate ->
                            assertEquals(
                                number(rate.getValue()),
                                actual.get(ofClass.getKey()).get(rate.getKey()).value(),
                                EQUAL,
                                ofClass.getKey() + " " + rate.getKey())));
  }

  /** Nobody in the south is a dog: fairlearn has a true positive rate of 0 there. */
  @Test
  void aRateOfNobodyIsNoneAndNotZero() {
    JsonNode table = ExpectedValues.get("classes");
    Audit audit = classification(table, List.of("ant", "bee", "cat", "dog"), "dog");
    GroupMetrics south = audit.columns().get(0).group("south");
    assertFalse(south.metric("tpr").exists());
    assertFalse(south.metric("precision").exists());
    assertEquals(0, south.metric("selection_rate").value());
  }

  @Test
  void regressionMetricsAreThoseOfScikitLearn() {
    JsonNode table = ExpectedValues.get("regression");
    Audit audit =
        RegressionAudit.of(
            Tables.regression(
                texts(table.get("group")),
                numbers(table.get("label")),
                numbers(table.get("prediction"))),
            new AuditSettings(null, Map.of(), 10, 1, 2_000));
    assertRelative(table.get("overall"), audit.overall());
    ColumnAudit column = audit.columns().get(0);
    column.groups().forEach(g -> assertRelative(table.get("by_group").get(g.group()), g));
    for (String key : List.of("mae_difference", "mae_ratio")) {
      double expected = table.get("disparities").get(key).doubleValue();
      assertEquals(
          expected, column.disparity(key).estimate().value(), EQUAL * Math.max(1, expected), key);
    }
    Significance welch = column.test().pairs().get(0).significance();
    assertEquals(table.get("welch").get("statistic").doubleValue(), welch.statistic(), 1e-9);
    assertEquals(table.get("welch").get("p_value").doubleValue(), welch.pValue(), 1e-9);
    ColumnTest bias = column.tests().get(1);
    assertEquals("bias", bias.rate());
    JsonNode expected = table.get("bias_welch");
    Significance ofBias = bias.pairs().get(0).significance();
    assertEquals(expected.get("statistic").doubleValue(), ofBias.statistic(), 1e-9);
    assertEquals(expected.get("p_value").doubleValue(), ofBias.pValue(), 1e-9);
    Estimate difference = bias.pairs().get(0).difference();
    assertEquals(expected.get("low").doubleValue(), difference.low(), 1e-7);
    assertEquals(expected.get("high").doubleValue(), difference.high(), 1e-7);
  }

  private static void assertRelative(JsonNode expected, GroupMetrics actual) {
    expected
        .properties()
        .forEach(
            entry -> {
              double value = entry.getValue().doubleValue();
              assertEquals(
                  value,
                  actual.metrics().get(entry.getKey()).value(),
                  EQUAL * Math.max(1, Math.abs(value)),
                  entry.getKey());
            });
  }
}
