package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of the report. The first cell of a row names it.
 *
 * @param columns from the left
 * @param rows a text for each column
 */
public record DataTable(List<Column> columns, List<List<String>> rows) {
  /**
   * @param name over the column
   * @param numeric whether its cells line up on the right
   */
  public record Column(String name, boolean numeric) {}

  /** An empty table, to be filled by {@link #row}. */
  public DataTable(Column... columns) {
    this(List.of(columns), new ArrayList<>());
  }

  public static Column text(String name) {
    return new Column(name, false);
  }

  public static Column number(String name) {
    return new Column(name, true);
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(Arrays.asList(cells));
  }
}
