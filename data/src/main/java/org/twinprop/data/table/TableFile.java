package org.twinprop.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;

/** Reads a whole CSV file (RFC 4180, UTF-8, comma) with a header. */
public final class TableFile {
  private static final int FEWEST_ROWS = 10;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Characters; a quote that is never closed makes a field of all that follows. */
  private static final int LONGEST_FIELD = 1 << 20;

  /** What Java takes for a text, beside its characters. */
  private static final int TEXT_BYTES = 64;

  private final Path file;
  private final List<String> header = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private long line = 1;
  private long bytesTaken;

  private TableFile(Path file) {
    this.file = file;
  }

  /**
   * Reads all of it. A column without a name is called {@code column 1} by its place.
   *
   * @throws BadInput if it cannot be read, is not UTF-8, has rows of different lengths, names
   *     twice, or hardly any rows; names file and line
   */
  public static Table read(Path file) {
    TableFile table = open(file);
    table.readRows();
    table.requireRows();
    return table.table();
  }

  /**
   * Reads all of it, as {@link #read} does, however few rows there are: no one learns from it.
   *
   * @throws BadInput as there, and if there is no row at all
   */
  public static Table readShort(Path file) {
    TableFile table = open(file);
    table.readRows();
    table.requireHeader();
    if (table.rows.isEmpty()) {
      throw new BadInput(file + ": has no rows under its header; add them, or remove the file");
    }
    return table.table();
  }

  private static TableFile open(Path file) {
    RegularFile.require(file, Files.exists(file) ? "give a CSV file" : "check its name");
    return new TableFile(file);
  }

  private void readRows() {
    try (Reader text = text();
        CsvReader<CsvRecord> records =
            CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      records.forEach(this::add);
    } catch (CsvParseException e) {
      throw new BadInput("%s: after line %d: %s".formatted(file, line, CsvProblem.told(e)), e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Table table() {
    return new Table(
        file.toString(), header, rows, lines.stream().mapToInt(Integer::intValue).toArray());
  }

  private Reader text() throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private void add(CsvRecord row) {
    line = row.getStartingLineNumber();
    if (header.isEmpty()) {
      name(row.getFields());
      return;
    }
    if (row.getFieldCount() != header.size()) {
      throw new BadInput(
          "%s, line %d: has %d fields, the header has %d; mend the row (a comma in a text needs quotes around the text)"
              .formatted(file, line, row.getFieldCount(), header.size()));
    }
    requireRoom(row.getFields());
    rows.add(row.getFields().stream().map(String::strip).toArray(String[]::new));
    lines.add(Math.toIntExact(line));
  }

  /** Half of the heap, so that there is as much for what is made of the table. */
  private void requireRoom(List<String> fields) {
    fields.forEach(field -> bytesTaken += TEXT_BYTES + 2L * field.length());
    long room = Runtime.getRuntime().maxMemory() / 2;
    if (bytesTaken > room) {
      throw new BadInput(
          "%s, line %d: takes more than the %,d MB of memory that there are for a table; leave out rows or columns, or allow more, as in TWINPROP_JAVA_OPTIONS=-Xmx8g"
              .formatted(file, line, room >> 20));
    }
  }

  private void name(List<String> names) {
    CsvProblem.requireText(file, names);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace(BYTE_ORDER_MARK, "").strip();
      header.add(name.isEmpty() ? "column " + (i + 1) : name);
      if (!known.add(header.get(i))) {
        throw new BadInput(
            "%s: column '%s' is there twice (%d and %d); rename one of them"
                .formatted(file, header.get(i), header.indexOf(header.get(i)) + 1, i + 1));
      }
    }
  }

  private void requireHeader() {
    if (header.isEmpty()) {
      throw new BadInput(file + ": is empty; it needs a header with names of columns, and rows");
    }
    if (header.size() == 1 && header.get(0).matches(".*[;\t].*")) {
      throw new BadInput(
          "%s: has one column, '%s': it seems to have %s between its fields; save it with commas"
              .formatted(
                  file,
                  header.get(0).replace('\t', ' '),
                  header.get(0).contains(";") ? "semicolons" : "tabs"));
    }
  }

  private void requireRows() {
    requireHeader();
    if (rows.size() < FEWEST_ROWS) {
      throw new BadInput(
          "%s: has %d %s under its header; to train, validate and test it takes at least %d"
              .formatted(file, rows.size(), rows.size() == 1 ? "row" : "rows", FEWEST_ROWS));
    }
  }

  private BadInput unreadable(IOException e) {
    return new BadInput(
        e instanceof CharacterCodingException
            ? "%s: after line %d: is not UTF-8; save it as UTF-8 (a spreadsheet's 'CSV UTF-8'), or convert it, as in iconv -f latin1 -t utf8"
                .formatted(file, line)
            : "%s: cannot be read (%s); check its permissions".formatted(file, e.getMessage()),
        e);
  }
}
