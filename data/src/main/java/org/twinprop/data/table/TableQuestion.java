package org.twinprop.data.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants to know from a table.
 *
 * @param target the column to predict
 * @param groups columns that results are told by
 * @param apart the column whose rows must not be in two parts, such as a building or a person
 * @param excluded columns that are not to be used
 * @param kept columns that are to be used whatever they look like
 * @param kind regression or classification; empty to be told by the target
 * @param logTarget whether the logarithm of the target is learned
 * @param unit of the target, such as {@code $}; may be empty
 */
public record TableQuestion(
    String target,
    List<String> groups,
    Optional<String> apart,
    Set<String> excluded,
    Set<String> kept,
    Optional<Kind> kind,
    boolean logTarget,
    String unit) {
  /** What is predicted. */
  public enum Kind {
    REGRESSION,
    CLASSIFICATION
  }

  /** Keeps unmodifiable copies. */
  public TableQuestion {
    groups = List.copyOf(groups);
    excluded = Set.copyOf(excluded);
    kept = Set.copyOf(kept);
  }

  /** Nothing but the target is said. */
  public static TableQuestion of(String target) {
    return new TableQuestion(
        target, List.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty(), false, "");
  }
}
