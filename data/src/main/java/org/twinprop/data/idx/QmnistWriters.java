package org.twinprop.data.idx;

import java.nio.IntBuffer;

/**
 * Who wrote each digit, from the table of Yadav and Bottou, Cold Case: The Lost MNIST Digits, 2019.
 * Of its columns these count here: 0 the class, 1 the series (HSF) of NIST Special Database 19 that
 * the writer's form belongs to, 2 the writer's number.
 */
public final class QmnistWriters {
  private static final int CLASS = 0;
  private static final int SERIES = 1;
  private static final int WRITER = 2;

  private final IntBuffer table;

  /**
   * @param table 8 columns, row after row
   */
  QmnistWriters(IntBuffer table) {
    this.table = table;
  }

  /** The number of digits in the table. */
  public int size() {
    return table.limit() / IdxHeader.WRITER_COLUMNS;
  }

  /** The class of a digit as this table has it. */
  int classOf(int row) {
    return at(row, CLASS);
  }

  /** The writer's number, as in the names of NIST's forms. */
  public int number(int row) {
    return at(row, WRITER);
  }

  /** The writer's number with the series, e.g. "hsf4-f2103": one person each. */
  public String writer(int row) {
    return "hsf%d-f%04d".formatted(at(row, SERIES), at(row, WRITER));
  }

  /** Who the writers of the series were. */
  public String population(int row) {
    int series = at(row, SERIES);
    return switch (series) {
      case 0, 1 -> "Census Bureau employees";
      case 4 -> "high-school students";
      default -> "HSF series " + series;
    };
  }

  private int at(int row, int column) {
    return table.get(row * IdxHeader.WRITER_COLUMNS + column);
  }
}
