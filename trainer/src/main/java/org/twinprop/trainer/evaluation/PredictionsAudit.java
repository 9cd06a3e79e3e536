package org.twinprop.trainer.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.AuditSettings;
import org.twinprop.trainer.evaluation.group.CalibrationTally;
import org.twinprop.trainer.evaluation.group.ClassificationAudit;
import org.twinprop.trainer.evaluation.group.ClassificationTally;
import org.twinprop.trainer.evaluation.group.ConfusionMatrix;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.group.RegressionAudit;

/** The audit of what a network predicted, over the groups of its examples. */
public final class PredictionsAudit {
  private PredictionsAudit() {}

  /**
   * @param predictions of classes; the score of one is the probability of the predicted class
   * @param minimum examples below which a group is not compared
   * @param seed of the resampling
   */
  public static Audit of(Predictions predictions, int minimum, long seed) {
    return ClassificationAudit.of(
        tallies(predictions),
        predictions.examples().classNames(),
        new AuditSettings(null, Map.of(), minimum, seed, AuditSettings.DEFAULT_RESAMPLES));
  }

  /**
   * The same of classes or numbers.
   *
   * @param unit the group column whose values the bootstrap of numbers draws whole, if there is one
   */
  public static Audit of(Predictions predictions, Optional<String> unit, int minimum, long seed) {
    if (!predictions.regression()) {
      return of(predictions, minimum, seed);
    }
    return RegressionAudit.of(
        new RegressionTallies(predictions, unit, seed).all(),
        new AuditSettings(null, Map.of(), minimum, seed, AuditSettings.DEFAULT_RESAMPLES));
  }

  /** Labels against predictions, of everyone and of each group. */
  static GroupedTallies<ClassificationTally> tallies(Predictions predictions) {
    Examples examples = predictions.examples();
    int classes = examples.classNames().size();
    ClassificationTally overall = empty(classes);
    Map<String, Map<String, ClassificationTally>> columns = new LinkedHashMap<>();
    examples.groupColumns().forEach(column -> columns.put(column, new HashMap<>()));
    for (int row = 0; row < predictions.size(); row++) {
      count(predictions, row, overall);
      for (String column : examples.groupColumns()) {
        count(
            predictions,
            row,
            columns
                .get(column)
                .computeIfAbsent(examples.group(column, row), group -> empty(classes)));
      }
    }
    return new GroupedTallies<>(overall, columns);
  }

  private static ClassificationTally empty(int classes) {
    return new ClassificationTally(new ConfusionMatrix(classes), new CalibrationTally());
  }

  private static void count(Predictions predictions, int row, ClassificationTally tally) {
    tally.confusion().add(predictions.examples().classOf(row), predictions.predictedClass(row));
    // a probability in float32 may exceed 1 by a rounding error
    tally.calibration().add(Math.min(1, predictions.confidence(row)), predictions.correct(row));
  }
}
