package org.twinprop.data.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of texts under names, as a CSV file has them.
 *
 * @param source where it is from, for messages
 * @param header the names of the columns, each once
 * @param rows texts, as many in each as there are names
 * @param lines where each row begins in the source, from 1
 */
public record Table(String source, List<String> header, List<String[]> rows, int[] lines) {
  /** Keeps unmodifiable copies of the lists. */
  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** A table that has no file. */
  public Table(String source, List<String> header, List<String[]> rows) {
    this(source, header, rows, IntStream.range(2, rows.size() + 2).toArray());
  }

  public int size() {
    return rows.size();
  }

  public boolean has(String column) {
    return header.contains(column);
  }

  /** The texts of one column, in the order of the rows. */
  public List<String> column(String name) {
    int place = header.indexOf(name);
    return rows.stream().map(row -> row[place]).toList();
  }

  /** Some of the rows, in the order given. */
  public Table select(int[] selected) {
    return new Table(
        source,
        header,
        IntStream.of(selected).mapToObj(rows::get).toList(),
        IntStream.of(selected).map(row -> lines[row]).toArray());
  }

  /** Where a row stands, for messages. */
  public String place(int row, String column) {
    return "%s, line %d, column '%s'".formatted(source, lines[row], column);
  }
}
