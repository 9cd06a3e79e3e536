package org.twinprop.experiments.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeOffTest {
  private static List<CurvePoint> points(int examples, double[] training, double[] validation) {
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < training.length; i++) {
      points.add(
          new CurvePoint("examples", examples, "1x", 10, i + 1, training[i], validation[i], 1, 1));
    }
    return points;
  }

  private static CurveFindings findings(int validationExamples, List<CurvePoint> points) {
    return new CurveFindings(false, validationExamples, points);
  }

  @ParameterizedTest
  @CsvSource({
    // nearly everything is the gap; nearly nothing is; it may be either; few examples to measure on
    "0.001, 0.100, 0.002, 10000, VARIANCE",
    "0.200, 0.210, 0.002, 10000, BIAS",
    "0.050, 0.100, 0.010, 10000, UNKNOWN",
    "0.001, 0.100, 0.002, 20,    UNKNOWN",
    "0.001, 0.100, 0.100, 10000, UNKNOWN"
  })
  void theSideIsNamedOnlyWhereTheSpreadAllowsIt(
      double training, double validation, double spread, int examples, TradeOff.Side side) {
    List<CurvePoint> points =
        points(
            500,
            new double[] {training, training, training},
            new double[] {validation - spread, validation, validation + spread});
    TradeOff found = findings(examples, points).tradeOff().orElseThrow();
    assertEquals(side, found.side(), found.toString());
    assertEquals(validation - training, found.gap().value(), 1e-12);
  }

  @Test
  void aGapBelowNothingIsSaidToBeNone() {
    List<CurvePoint> points =
        points(500, new double[] {0.21, 0.21, 0.21}, new double[] {0.20, 0.201, 0.199});
    String sentence = findings(10_000, points).sentences().get(1);
    assertTrue(sentence.contains("none was seen: 1.00% less than on what was learned"), sentence);
  }

  @Test
  void oneSeedCannotTell() {
    CurveFindings findings =
        findings(10_000, points(500, new double[] {0.001}, new double[] {0.1}));
    assertEquals(TradeOff.Side.UNKNOWN, findings.tradeOff().orElseThrow().side());
    assertTrue(findings.sentences().get(1).contains("one seed cannot tell"));
  }

  @Test
  void moreExamplesAreSaidToHelpOnlyIfEverySeedAgrees() {
    double[] training = {0, 0, 0};
    List<CurvePoint> points =
        new ArrayList<>(points(250, training, new double[] {0.20, 0.21, 0.19}));
    points.addAll(points(500, training, new double[] {0.10, 0.11, 0.09}));
    assertTrue(
        findings(1_000, points).sentences().get(2).endsWith("more examples would probably help."));
    points.addAll(points(1_000, training, new double[] {0.20, 0.01, 0.09}));
    assertTrue(findings(1_000, points).sentences().get(2).endsWith("these seeds do not show."));
  }
}
