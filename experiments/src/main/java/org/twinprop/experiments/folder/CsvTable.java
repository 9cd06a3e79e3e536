package org.twinprop.experiments.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A CSV file in the making: UTF-8, a header, commas, a line feed after each row. */
public final class CsvTable implements AutoCloseable {
  private final CsvWriter csv;
  private final int columns;

  /**
   * @param out written to, and closed with this table
   * @param header the names of the columns
   */
  public CsvTable(OutputStream out, List<String> header) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    columns = header.size();
    row(header.toArray());
  }

  /**
   * @param cells one for each column: text, numbers, truth values, null for an empty one
   */
  public void row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d columns".formatted(cells.length, columns));
    }
    csv.writeRecord(Arrays.stream(cells).map(CsvCell::of).toList());
  }

  /** Hands everything to the operating system, so that others can read it. */
  public void flush() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
