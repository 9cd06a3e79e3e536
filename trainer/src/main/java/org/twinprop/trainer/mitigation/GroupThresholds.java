package org.twinprop.trainer.mitigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * A threshold for each group, after training: of two classes, the second is predicted where its
 * score is above the threshold of the example's group instead of above one half. A group's
 * threshold is the one with the fewest errors about it on validation examples; of several, that
 * nearest to one half. A group that validation examples lack keeps one half.
 *
 * <p>Post-processing by groups: Hardt, Price, Srebro, Equality of Opportunity in Supervised
 * Learning (2016), section 4, here for the errors of each group rather than equal rates.
 *
 * @param column of the groups
 * @param byGroup the threshold of each group
 */
public record GroupThresholds(String column, Map<String, Double> byGroup) {
  private static final double HALF = 0.5;

  /**
   * @param validation predictions of examples that were not learned from
   * @throws BadInput if there are not two classes, or no such column
   */
  public static GroupThresholds fit(Predictions validation, String column) {
    requireTwoClasses(validation.examples());
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < validation.size(); row++) {
      groups
          .computeIfAbsent(validation.examples().group(column, row), name -> new ArrayList<>())
          .add(row);
    }
    Map<String, Double> byGroup = new LinkedHashMap<>();
    groups.forEach((name, rows) -> byGroup.put(name, best(validation, rows)));
    return new GroupThresholds(column, byGroup);
  }

  /**
   * @throws BadInput if there are not two classes
   */
  public static void requireTwoClasses(Examples examples) {
    if (examples.classNames().size() != 2) {
      throw new BadInput(
          "mitigation thresholds is for two classes, where one threshold decides, but there are %d: take reweight, oversample or group-dro"
              .formatted(examples.classNames().size()));
    }
  }

  /** Between any two neighbouring scores, and one half, lies every threshold that differs. */
  private static double best(Predictions predictions, List<Integer> rows) {
    List<Integer> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(row -> predictions.outputs()[row][1]));
    List<Double> candidates = new ArrayList<>(List.of(HALF));
    for (int i = 1; i < sorted.size(); i++) {
      double below = predictions.outputs()[sorted.get(i - 1)][1];
      double above = predictions.outputs()[sorted.get(i)][1];
      if (above > below) {
        candidates.add((below + above) / 2);
      }
    }
    return candidates.stream()
        .min(
            Comparator.<Double>comparingLong(threshold -> errors(predictions, rows, threshold))
                .thenComparing(threshold -> Math.abs(threshold - HALF)))
        .orElseThrow();
  }

  private static long errors(Predictions predictions, List<Integer> rows, double threshold) {
    return rows.stream()
        .filter(
            row ->
                (predictions.outputs()[row][1] > threshold)
                    != (predictions.examples().classOf(row) == 1))
        .count();
  }

  /**
   * The same predictions under these thresholds. Scores are moved so that the threshold of the
   * example's group becomes one half, the odds of all of the group by the same factor: with t the
   * threshold, p / (1 - p) becomes p (1 - t) / ((1 - p) t).
   */
  public Predictions applied(Predictions predictions) {
    float[][] outputs = new float[predictions.size()][];
    for (int row = 0; row < outputs.length; row++) {
      double t = byGroup.getOrDefault(predictions.examples().group(column, row), HALF);
      double p = predictions.outputs()[row][1];
      double second = p * (1 - t);
      double first = (1 - p) * t;
      double moved = second + first > 0 ? second / (second + first) : p;
      outputs[row] = new float[] {(float) (1 - moved), (float) moved};
    }
    return new Predictions(
        predictions.network(),
        predictions.examples(),
        outputs,
        predictions.loss(),
        predictions.seconds());
  }
}
