package org.twinprop.experiments.console;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table whose columns line up: words to the left, numbers to the right. */
public final class TextTable {
  private final List<Column> columns = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  /** A column of words. */
  public TextTable words(String header) {
    return column(header, HorizontalAlign.LEFT);
  }

  /** A column of numbers. */
  public TextTable numbers(String header) {
    return column(header, HorizontalAlign.RIGHT);
  }

  private TextTable column(String header, HorizontalAlign align) {
    columns.add(
        new Column()
            .header(header)
            .headerAlign(align)
            .dataAlign(align)
            .maxWidth(Integer.MAX_VALUE));
    return this;
  }

  /** A row, with a cell for each column. */
  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** The lines, header first, without trailing blanks. */
  public String text() {
    return AsciiTable.builder()
        .border(AsciiTable.NO_BORDERS)
        .lineSeparator("\n")
        .data(columns.toArray(Column[]::new), rows.toArray(String[][]::new))
        .asString()
        .lines()
        .map(line -> line.replaceFirst("^ ", "").stripTrailing())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
