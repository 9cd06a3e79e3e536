package org.twinprop.experiments.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;
import org.twinprop.data.table.CsvProblem;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.layers.text.Nearest;

/**
 * A CSV file (RFC 4180) with a header, read one row at a time. It is taken to be UTF-8 unless it
 * begins with a byte-order mark of another encoding. What cannot be read ends in {@link BadInput}
 * with one line.
 */
public final class PredictionTable implements AutoCloseable {
  private static final int COLUMNS_NAMED = 40;

  /** Characters; a quote that is never closed makes a field of all that follows. */
  private static final int LONGEST_FIELD = 1 << 20;

  private final Path file;
  private final CsvReader<Fields> reader;
  private final CloseableIterator<Fields> rows;
  private final Fields fields = new Fields();

  private PredictionTable(Path file, char separator, Charset encoding) {
    this.file = file;
    RegularFile.require(
        file, Files.exists(file) ? "give a CSV file of predictions" : "check its name");
    try {
      reader =
          CsvReader.builder()
              .fieldSeparator(separator)
              .maxBufferSize(LONGEST_FIELD)
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .build(fields, Encoding.open(file, encoding));
    } catch (IOException e) {
      throw unreadable(e);
    }
    rows = reader.iterator();
  }

  /** What is done with each row. */
  public interface RowAction {
    /**
     * @param values the wanted fields; the array is overwritten by the next row
     * @param line where the row begins, from 1
     */
    void accept(String[] values, long line);
  }

  /** Thrown where a file without a byte-order mark is not UTF-8: it may be Latin-1. */
  public static final class NotUtf8 extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Opens a table and reads its header. */
  public static PredictionTable open(Path file, char separator, Charset encoding) throws NotUtf8 {
    PredictionTable table = new PredictionTable(file, separator, encoding);
    boolean opened = false;
    try {
      if (!table.next()) {
        throw new BadInput(file + ": is empty; it needs a header with names of columns, and rows");
      }
      CsvProblem.requireText(file, table.header());
      opened = true;
      return table;
    } finally {
      if (!opened) {
        table.close();
      }
    }
  }

  /** The names of its columns. */
  public List<String> header() {
    return fields.header();
  }

  /** Whether there is a column. */
  public boolean has(String column) {
    return header().contains(column);
  }

  /**
   * Chooses what is read of each row.
   *
   * @param columns whose fields are wanted
   * @throws BadInput if a column is not there, or is there twice
   */
  public void want(List<String> columns) {
    fields.want(columns.stream().mapToInt(this::place).toArray());
  }

  /**
   * Reads the next row, if there is one.
   *
   * @throws BadInput if it has more or fewer fields than the header; if quotes do not close
   */
  public boolean nextRow() throws NotUtf8 {
    if (!next()) {
      return false;
    }
    if (fields.count() != header().size()) {
      throw ragged(header().size());
    }
    return true;
  }

  /** The wanted fields of the row; overwritten by the next. */
  public String[] values() {
    return fields.values();
  }

  /** Where the row begins, from 1. */
  public long line() {
    return fields.line();
  }

  /**
   * Reads all rows.
   *
   * @param columns whose fields are wanted
   * @return how many rows there are
   * @throws BadInput as {@link #want} and {@link #nextRow}, and if there are no rows
   */
  public long forEach(List<String> columns, RowAction action) throws NotUtf8 {
    want(columns);
    long count = 0;
    while (nextRow()) {
      action.accept(values(), line());
      count++;
    }
    if (count == 0) {
      throw empty();
    }
    return count;
  }

  /** A table with a header alone. */
  public BadInput empty() {
    return new BadInput(file + ": has a header and no rows; there is nothing to compare");
  }

  private int place(String column) {
    int place = header().indexOf(column);
    if (place < 0) {
      throw missing(column);
    }
    if (header().lastIndexOf(column) != place) {
      throw new BadInput(
          "%s: column '%s' is there twice (%d and %d); rename one of them"
              .formatted(file, column, place + 1, header().lastIndexOf(column) + 1));
    }
    return place;
  }

  private BadInput missing(String column) {
    List<String> known = header();
    String more =
        known.size() > COLUMNS_NAMED ? " and %d more".formatted(known.size() - COLUMNS_NAMED) : "";
    String hint = Nearest.hint(column, known);
    String only = known.get(0);
    boolean separatedOtherwise =
        known.size() == 1 && (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0);
    String separator =
        separatedOtherwise ? "; if it is separated otherwise, say so, as in --separator ';'" : "";
    return new BadInput(
        "%s: there is no column '%s'; its columns are %s%s%s%s"
            .formatted(
                file,
                column,
                String.join(", ", known.subList(0, Math.min(COLUMNS_NAMED, known.size()))),
                more,
                hint.startsWith("did you mean") ? " (" + hint + ")" : "",
                separator));
  }

  private BadInput ragged(int width) {
    return new BadInput(
        "%s, line %d: has %d fields, the header has %d; mend the row (a comma in a text needs quotes around the text)"
            .formatted(file, fields.line(), fields.count(), width));
  }

  private boolean next() throws NotUtf8 {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      rows.next();
      return true;
    } catch (CsvParseException e) {
      throw new BadInput("%s: %s".formatted(file, told(e)), e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw (NotUtf8) new NotUtf8().initCause(e);
      }
      throw unreadable(e.getCause());
    }
  }

  private String told(CsvParseException e) {
    return fields.header().isEmpty() || e.getMessage() == null
        ? "is not a CSV file (" + e.getMessage() + ")"
        : "after line %d: %s".formatted(fields.line(), CsvProblem.told(e));
  }

  private BadInput unreadable(IOException e) {
    return new BadInput(
        "%s: cannot be read (%s); check its permissions".formatted(file, FileProblem.reason(e)), e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
