package org.twinprop.experiments.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.table.PredictionTable;

/**
 * What a person wants compared.
 *
 * @param runs run folders or CSV files, the first being what others are compared with
 * @param label the column of what is true; null for that of a run
 * @param prediction the column of predictions; null for the hand-written network's of a run
 * @param groups the columns of groups; empty for those of a run
 * @param unit the column whose values belong together; null for that of a run
 * @param intersect whether groups of all these columns together are looked at too
 * @param regression whether numbers are predicted
 * @param separator between fields
 * @param minimum examples below which a group is not compared
 * @param seed of the resampling
 */
public record CompareRequest(
    List<Path> runs,
    String label,
    String prediction,
    List<String> groups,
    String unit,
    boolean intersect,
    boolean regression,
    char separator,
    int minimum,
    long seed) {
  /** As many as a chart can tell apart. */
  private static final int MOST = 4;

  /**
   * @throws BadInput if there are too few or too many
   */
  public CompareRequest {
    runs = List.copyOf(runs);
    groups = List.copyOf(groups);
    if (runs.size() < 2) {
      throw new BadInput("compare needs two or more runs or files, as in compare RUN RUN");
    }
    if (runs.size() > MOST) {
      throw new BadInput("give at most %d runs or files to compare".formatted(MOST));
    }
    if (groups.stream().anyMatch(String::isBlank)) {
      throw new BadInput("--group has an empty name; name columns, as in --group race,sex");
    }
  }

  List<String> header(Path file) {
    try (PredictionTable table = open(file)) {
      return List.copyOf(table.header());
    }
  }

  PredictionTable open(Path file) {
    try {
      return PredictionTable.open(file, separator, StandardCharsets.UTF_8);
    } catch (PredictionTable.NotUtf8 e) {
      throw notUtf8(file, e);
    }
  }

  static BadInput notUtf8(Path file, Exception e) {
    return new BadInput(file + ": is not UTF-8; save it as UTF-8", e);
  }
}
