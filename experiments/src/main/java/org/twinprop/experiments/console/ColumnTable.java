package org.twinprop.experiments.console;

import java.util.List;
import org.twinprop.data.table.ColumnPlan;

/** What is done with the columns of a table, and why. */
public final class ColumnTable {
  private ColumnTable() {}

  /** A line for each column. */
  public static String of(List<ColumnPlan> columns) {
    TextTable table = new TextTable().words("column").words("taken as").words("why");
    columns.forEach(
        column ->
            table.row(
                Console.oneLine(column.name()),
                column.use().words() + (column.group() ? ", group" : ""),
                Console.oneLine(column.why())));
    return table.text();
  }
}
