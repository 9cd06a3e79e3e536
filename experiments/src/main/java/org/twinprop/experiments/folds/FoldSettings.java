package org.twinprop.experiments.folds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.data.Folds;
import org.twinprop.data.Strata;
import org.twinprop.experiments.tasks.TaskData;

/**
 * How a person wants examples cross-validated.
 *
 * @param count of folds, at least 2
 * @param by the group column whose groups stay in one fold; empty for that of the task
 * @param stratify {@code class} or a group column, whose shares all folds should have alike; empty
 *     for none
 */
public record FoldSettings(int count, Optional<String> by, Optional<String> stratify) {
  private static final String CLASS = "class";

  /** The group column whose groups stay whole: that of the person, or of the task. */
  Optional<String> unit(TaskData data) {
    return by.or(data::unit);
  }

  /**
   * @throws org.twinprop.data.BadInput if examples have no such columns; says which are nearest
   */
  void requireColumns(TaskData data) {
    by.ifPresent(column -> data.requireGroupColumn(column, "fold_by"));
    stratify
        .filter(what -> !what.equals(CLASS))
        .ifPresent(column -> data.requireGroupColumn(column, "stratify"));
  }

  /**
   * Deals the examples.
   *
   * @param unit the group column whose groups stay whole
   * @throws org.twinprop.data.BadInput if there is no such column, or too little for so many folds
   */
  Folds deal(Examples learnable, Optional<String> unit, long seed) {
    Strata strata =
        stratify
            .map(
                what ->
                    what.equals(CLASS)
                        ? Strata.byClass(learnable)
                        : Strata.byGroup(learnable, what))
            .orElseGet(() -> Strata.none(learnable));
    return Folds.of(learnable, count, unit, strata, seed);
  }

  /** As {@code config.yaml} has them. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("folds", count);
    by.ifPresent(column -> map.put("fold_by", column));
    stratify.ifPresent(what -> map.put("stratify", what));
    return map;
  }
}
