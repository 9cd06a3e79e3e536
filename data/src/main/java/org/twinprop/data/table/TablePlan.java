package org.twinprop.data.table;

import java.util.List;
import java.util.Optional;
import org.twinprop.data.table.TableQuestion.Kind;

/**
 * How a table answers a question.
 *
 * @param question that was asked
 * @param kind regression or classification
 * @param whyKind the reason, in words
 * @param columns what is done with each, in the order of the table
 * @param notes what else a person should know, in sentences
 */
public record TablePlan(
    TableQuestion question,
    Kind kind,
    String whyKind,
    List<ColumnPlan> columns,
    List<String> notes) {
  /** Keeps unmodifiable copies of the lists. */
  public TablePlan {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  public boolean regression() {
    return kind == Kind.REGRESSION;
  }

  /** The columns that the network is given. */
  public List<ColumnPlan> inputs() {
    return columns.stream().filter(column -> column.use().isInput()).toList();
  }

  /** The columns that results are told by, and the one that keeps rows together. */
  List<String> groupColumns() {
    return columns.stream()
        .filter(column -> column.group() || column.use() == ColumnUse.APART)
        .map(ColumnPlan::name)
        .toList();
  }

  /** The column whose rows stay in one part. */
  public Optional<String> apart() {
    return question.apart();
  }
}
