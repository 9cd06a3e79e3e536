package org.twinprop.trainer.evaluation.group;

import java.util.Map;

/**
 * How groups are compared.
 *
 * @param positive the class that rates are about; null for each class in turn, and their average
 * @param references by the name of a column, the group that others are compared with; where a
 *     column has none, it is the largest group
 * @param minimum examples below which a group is shown, and not compared
 * @param seed of the resampling
 * @param resamples of each group's bootstrap
 */
public record AuditSettings(
    String positive, Map<String, String> references, int minimum, long seed, int resamples) {
  /** Enough for the ends of intervals to vary by a few hundredths of their width. */
  public static final int DEFAULT_RESAMPLES = 2_000;

  /** Examples below which a group is not compared, unless told otherwise. */
  public static final int DEFAULT_MINIMUM = 10;

  /** The name of the group of examples whose group is not known. */
  public static final String MISSING = "(missing)";

  /** Keeps an unmodifiable copy of the references. */
  public AuditSettings {
    references = Map.copyOf(references);
  }

  /** A seed of its own for each purpose, whatever else is resampled. */
  long seedOf(String column, String group) {
    return seed * 0x9E3779B97F4A7C15L + 31L * column.hashCode() + group.hashCode();
  }
}
