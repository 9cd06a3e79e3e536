package org.twinprop.experiments.folds;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;
import org.twinprop.data.Folds;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.ExperimentSettings;

/**
 * What a cross-validation is going to do.
 *
 * @param settings of every training
 * @param data as the task has it, divided otherwise
 * @param all examples that are dealt into folds
 * @param folds of them
 * @param unit the group column whose groups are whole; empty where examples stand alone
 * @param epochs of every training
 */
record FoldPlan(
    ExperimentSettings settings,
    TaskData data,
    Examples all,
    Folds folds,
    Optional<String> unit,
    int epochs) {

  /**
   * The data of one fold: all others to learn from, itself to validate and to test with. What was
   * fitted to examples is fitted anew to those that are learned from.
   */
  TaskData of(int fold) {
    int[] others = folds.others(fold);
    Examples fitted = all.fittedTo(others);
    Examples train = fitted.select(others);
    Examples test = fitted.select(folds.rows(fold));
    return data.with(train, test, test);
  }

  /** Steps of all trainings together. */
  int batches() {
    int batches = 0;
    for (int fold = 0; fold < folds.count(); fold++) {
      int examples = all.size() - folds.rows(fold).length;
      batches += epochs * ((examples + settings.batch() - 1) / settings.batch());
    }
    return batches;
  }

  /** How many groups the examples of a fold are of; 0 where they stand alone. */
  long groups(int fold) {
    return unit.map(column -> groups(column, folds.rows(fold))).orElse(0L);
  }

  /** How many groups there are; 0 where examples stand alone. */
  long groups() {
    return unit.map(column -> groups(column, IntStream.range(0, all.size()).toArray())).orElse(0L);
  }

  private long groups(String column, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> all.group(column, row)).distinct().count();
  }

  /** An error for a person: a share, or in the unit of the target. */
  String written(double error) {
    return regression() ? all.targetScale().written(error) : Formats.percent(error);
  }

  boolean regression() {
    return all.classNames().isEmpty();
  }
}
