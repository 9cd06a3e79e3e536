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
 * @param examples how many validation examples of each group it was chosen on
 */
public record GroupThresholds(
    String column, Map<String, Double> byGroup, Map<String, Integer> examples) {
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
    Map<String, Integer> sizes = new LinkedHashMap<>();
    groups.forEach(
        (name, rows) -> {
          byGroup.put(name, best(validation, rows));
          sizes.put(name, rows.size());
        });
    return new GroupThresholds(column, byGroup, sizes);
  }

  /** The same with one half for every group of the examples that validation lacked. */
  public GroupThresholds covering(Examples others) {
    Map<String, Double> thresholds = new LinkedHashMap<>(byGroup);
    Map<String, Integer> sizes = new LinkedHashMap<>(examples);
    for (int row = 0; row < others.size(); row++) {
      thresholds.putIfAbsent(others.group(column, row), HALF);
      sizes.putIfAbsent(others.group(column, row), 0);
    }
    return new GroupThresholds(column, thresholds, sizes);
  }

  /**
   * @throws BadInput if there are not two classes
   */
  public static void requireTwoClasses(Examples examples) {
    if (examples.classNames().isEmpty()) {
      throw new BadInput(
          "mitigation thresholds is for two classes, but here numbers are predicted, which no threshold decides: take reweight, oversample or group-dro");
    }
    if (examples.classNames().size() != 2) {
      throw new BadInput(
          "mitigation thresholds is for two classes, where one threshold decides, but there are %d: take reweight, oversample or group-dro"
              .formatted(examples.classNames().size()));
    }
  }

  /**
   * Of the gaps between neighbouring scores, below the lowest and above the highest, the one with
   * the fewest errors: passing a score from below, one more is an error if its class is the second,
   * and one less if it is the first.
   */
  private static double best(Predictions predictions, List<Integer> rows) {
    List<Integer> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(row -> predictions.outputs()[row][1]));
    long errors = rows.stream().filter(row -> !isSecond(predictions, row)).count();
    long fewest = Long.MAX_VALUE;
    double best = HALF;
    for (int i = 0; i <= sorted.size(); i++) {
      double below = i == 0 ? 0 : predictions.outputs()[sorted.get(i - 1)][1];
      double above = i == sorted.size() ? 1 : predictions.outputs()[sorted.get(i)][1];
      double threshold = nearestToHalf(below, above);
      boolean nearer = Math.abs(threshold - HALF) < Math.abs(best - HALF);
      if (above > below && (errors < fewest || (errors == fewest && nearer))) {
        fewest = errors;
        best = threshold;
      }
      if (i < sorted.size()) {
        errors += isSecond(predictions, sorted.get(i)) ? 1 : -1;
      }
    }
    return best;
  }

  private static boolean isSecond(Predictions predictions, int row) {
    return predictions.examples().classOf(row) == 1;
  }

  /** One half if it lies in the gap, else the middle of that. */
  private static double nearestToHalf(double below, double above) {
    return below <= HALF && HALF < above ? HALF : (below + above) / 2;
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
