package org.twinprop.experiments.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twinprop.data.BadInput;

/**
 * What a person asks of a table of predictions.
 *
 * @param file a CSV file
 * @param separator between its fields
 * @param label the column of what is true
 * @param prediction the column of what was predicted
 * @param score the column of probabilities; null for none
 * @param positive the class that rates are about; null for the usual one, if there is one
 * @param groups the columns of groups
 * @param intersect whether groups of all these columns together are looked at too
 * @param references groups that others are compared with, as {@code group} or {@code column=group}
 * @param regression whether numbers are predicted
 * @param minimum examples below which a group is not compared
 * @param seed of the resampling
 */
public record AuditRequest(
    Path file,
    char separator,
    String label,
    String prediction,
    String score,
    String positive,
    List<String> groups,
    boolean intersect,
    List<String> references,
    boolean regression,
    int minimum,
    long seed) {
  /**
   * @throws BadInput if these do not go together
   */
  public AuditRequest {
    groups = List.copyOf(groups);
    references = List.copyOf(references);
    if (groups.isEmpty() || groups.stream().anyMatch(String::isBlank)) {
      throw new BadInput("name the columns of groups, as in --group race,sex");
    }
    if (groups.stream().distinct().count() < groups.size()) {
      throw new BadInput("--group names a column twice: " + String.join(", ", groups));
    }
    if (label.equals(prediction)) {
      throw new BadInput("--label and --prediction are the same column, '" + label + "'");
    }
    if (regression && (score != null || positive != null)) {
      throw new BadInput(
          "--score and --positive are about classes; leave them out with --regression");
    }
    if (intersect) {
      TallyBook.requireIntersectable(groups);
    }
  }

  /** The columns that are read, in the order of a row's values. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(label, prediction));
    if (score != null) {
      columns.add(score);
    }
    columns.addAll(groups);
    return columns;
  }
}
