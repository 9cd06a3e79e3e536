package org.twinprop.trainer.evaluation.group;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tallies of tables in memory. */
final class Tables {
  static final String COLUMN = "group";

  private Tables() {}

  static GroupedTallies<ClassificationTally> classification(
      List<String> groups,
      List<String> labels,
      List<String> predictions,
      List<String> classes,
      double[] scores) {
    ClassificationTally all = new ClassificationTally();
    Map<String, ClassificationTally> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      ClassificationTally group =
          byGroup.computeIfAbsent(groups.get(i), name -> new ClassificationTally());
      for (ClassificationTally tally : List.of(all, group)) {
        int label = classes.indexOf(labels.get(i));
        tally.confusion().add(label, classes.indexOf(predictions.get(i)));
        if (scores.length > 0) {
          tally.calibration().add(scores[i], label == 1);
        }
      }
    }
    int[] order = new int[classes.size()];
    Arrays.setAll(order, i -> i);
    return new GroupedTallies<>(all, Map.of(COLUMN, byGroup)).map(tally -> tally.inOrder(order));
  }

  static GroupedTallies<RegressionTally> regression(
      List<String> groups, double[] targets, double[] predictions) {
    RegressionTally all = new RegressionTally(targets[0], 1);
    Map<String, RegressionTally> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < targets.length; i++) {
      all.add(targets[i], predictions[i]);
      byGroup
          .computeIfAbsent(groups.get(i), name -> new RegressionTally(targets[0], name.hashCode()))
          .add(targets[i], predictions[i]);
    }
    return new GroupedTallies<>(all, Map.of(COLUMN, byGroup));
  }

  /** Two classes; errors are half false positives, half false negatives. */
  static ClassificationTally tally(long n, long errors) {
    ClassificationTally tally = new ClassificationTally();
    tally.confusion().add(0, 0, (n - errors) / 2);
    tally.confusion().add(1, 1, n - errors - (n - errors) / 2);
    tally.confusion().add(0, 1, errors / 2);
    tally.confusion().add(1, 0, errors - errors / 2);
    return tally;
  }
}
