package org.twinprop.trainer.mitigation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.made.Opinions;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.ExampleWeighting;
import org.twinprop.trainer.Fit;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.TrainingSettings;
import org.twinprop.trainer.TwinLearner;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.twin.Twin;

class MitigationTest {
  private static final String COLUMN = "population";

  /** Of three populations, one with fewer examples than the others. */
  private static final Examples DIGITS = unequal(PenDigits.draw(12, 20, 5));

  private static Examples unequal(Examples all) {
    String first = all.group(COLUMN, 0);
    return all.select(
        IntStream.range(0, all.size())
            .filter(row -> !all.group(COLUMN, row).equals(first) || row % 7 == 0)
            .toArray());
  }

  private static Map<String, Double> sums(Examples examples, double[] weights) {
    Map<String, Double> sums = new HashMap<>();
    for (int row = 0; row < examples.size(); row++) {
      sums.merge(examples.group(COLUMN, row), weights == null ? 1 : weights[row], Double::sum);
    }
    return sums;
  }

  @Test
  void balancedGroupsWeighTheSameAndExamplesOneOnAverage() {
    int[] rows = IntStream.range(0, DIGITS.size()).toArray();
    double[] weights = GroupWeights.balanced(DIGITS, COLUMN).of(rows).weights(null);
    Map<String, Double> sums = sums(DIGITS, weights);
    assertEquals(3, sums.size());
    sums.values().forEach(sum -> assertEquals(DIGITS.size() / 3.0, sum, 1e-9));
    assertTrue(sums(DIGITS, null).values().stream().distinct().count() > 1, "unequal before");
  }

  @Test
  void oversampledGroupsAreAllAsLargeAsTheLargestAndNobodyIsLost() {
    Examples more = Oversampling.of(DIGITS, COLUMN, 3);
    Map<String, Double> before = sums(DIGITS, null);
    double largest = before.values().stream().max(Double::compare).orElseThrow();
    sums(more, null).values().forEach(size -> assertEquals(largest, size));
    Map<String, Integer> writers = new HashMap<>();
    IntStream.range(0, more.size()).forEach(row -> writers.put(more.group("writer", row), 1));
    IntStream.range(0, DIGITS.size())
        .forEach(row -> assertTrue(writers.containsKey(DIGITS.group("writer", row))));
  }

  @Test
  void aSingleGroupOrNoColumnIsRefused() {
    String first = DIGITS.group(COLUMN, 0);
    Examples one =
        DIGITS.select(
            IntStream.range(0, DIGITS.size())
                .filter(row -> DIGITS.group(COLUMN, row).equals(first))
                .toArray());
    String line =
        assertThrows(BadInput.class, () -> GroupWeights.balanced(one, COLUMN)).getMessage();
    assertTrue(line.contains("a single group") && line.contains(first), line);
    assertThrows(BadInput.class, () -> Oversampling.of(DIGITS, "city", 1));
    assertThrows(BadInput.class, () -> GroupThresholds.requireTwoClasses(DIGITS));
  }

  /** Trains with float64 and plain gradient descent, where equal gradients give equal steps. */
  private static double[][] trained(ExampleWeighting weighting, boolean withTwin) {
    Network network =
        new Network(
            NetworkText.parse("flatten dense(6) tanh dense(10) | softmax-xent l2=0.01"),
            Shape.of(DIGITS.inputShape()),
            DataType.DOUBLE,
            1);
    network.initialize(new Xavier(false));
    Updater updater = new Sgd();
    HandwrittenLearner ours = new HandwrittenLearner(network, updater);
    TwinLearner theirs = new TwinLearner(Twin.of(network, updater, 0.1));
    TrainingSettings settings =
        new TrainingSettings(2, 32, 0.1, NetworkText.parseSchedule("constant"), 1);
    new Fit(
            withTwin ? List.of(ours, theirs) : List.of(ours),
            DIGITS,
            null,
            settings,
            DataType.DOUBLE,
            null,
            new TrainingListener() {},
            weighting)
        .run();
    return new double[][] {
      network.parameters().get("W1").dup().data().asDouble(),
      theirs.twin().parameters().get("W1").dup().data().asDouble()
    };
  }

  @Test
  void theTwinTrainsWithTheSameWeights() {
    double[][] weighted = trained(GroupWeights.balanced(DIGITS, COLUMN), true);
    assertArrayEquals(weighted[0], weighted[1], 1e-12);
    double[][] plain = trained(null, true);
    assertFalse(Arrays.equals(plain[0], weighted[0]), "weights change the training");
  }

  @Test
  void groupDroCannotTrainATwin() {
    assertThrows(
        RuntimeException.class, () -> trained(GroupWeights.robust(DIGITS, COLUMN, 0.01), true));
  }

  /** Scores of the second class that are right at 0.5 in town, and right at 0.2 at the harbour. */
  private static Predictions skewed(Examples examples) {
    float[][] outputs = new float[examples.size()][];
    for (int row = 0; row < outputs.length; row++) {
      boolean harbour = examples.group(COLUMN, row).equals("harbour");
      boolean second = examples.classOf(row) == 1;
      double middle = harbour ? 0.2 : 0.5;
      double p = middle + (second ? 0.1 : -0.1);
      outputs[row] = new float[] {(float) (1 - p), (float) p};
    }
    return new Predictions("handwritten", examples, outputs, 0, 1);
  }

  @Test
  void thresholdsMoveToWhereAGroupIsJudgedRight() {
    Examples validation = Opinions.draw("validation", 20, 20, 0, 1);
    Examples test = Opinions.draw("test", 20, 20, 50, 2);
    GroupThresholds thresholds = GroupThresholds.fit(skewed(validation), COLUMN);
    assertEquals(0.5, thresholds.byGroup().get("town"), 1e-6);
    double harbour = thresholds.byGroup().get("harbour");
    assertTrue(harbour > 0.1 && harbour < 0.3, "harbour: " + harbour);
    assertTrue(skewed(test).accuracy() < 1);
    Predictions applied = thresholds.applied(skewed(test));
    assertEquals(1, applied.accuracy());
    for (float[] output : applied.outputs()) {
      assertEquals(1, output[0] + output[1], 1e-6);
    }
  }

  @Test
  void aThresholdCanLieBelowAllScoresOrAboveThem() {
    Examples examples = Opinions.draw("validation", 20, 20, 0, 1);
    float[][] outputs = new float[examples.size()][];
    for (int row = 0; row < outputs.length; row++) {
      // nobody of the second class scores above one half, and nobody of the first below it
      float p = examples.classOf(row) == 1 ? 0.2f : 0.8f;
      outputs[row] = new float[] {1 - p, p};
    }
    Predictions reversed = new Predictions("handwritten", examples, outputs, 0, 1);
    GroupThresholds thresholds = GroupThresholds.fit(reversed, COLUMN);
    for (String group : thresholds.byGroup().keySet()) {
      double threshold = thresholds.byGroup().get(group);
      assertTrue(threshold < 0.2 || threshold > 0.8, group + ": " + threshold);
    }
    assertTrue(thresholds.applied(reversed).accuracy() >= 0.5);
  }
}
