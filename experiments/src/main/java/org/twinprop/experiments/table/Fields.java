package org.twinprop.experiments.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes from each record the fields that are wanted, and makes texts of those alone. */
final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
  private static final int UNWANTED = -1;

  /** As many as common spreadsheets have, and twice the characters that one of their cells has. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int LONGEST_NAME = 65_536;

  private final List<String> header = new ArrayList<>();
  private int[] places;
  private int[] sources;
  private String[] wanted;
  private int count;
  private long line;

  /**
   * What comes after the header.
   *
   * @param columns the wanted ones, by their place in a record
   */
  void want(int... columns) {
    places = new int[header.size()];
    Arrays.fill(places, UNWANTED);
    wanted = new String[columns.length];
    sources = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      // a column that is wanted twice is read once
      sources[i] = places[columns[i]] == UNWANTED ? i : places[columns[i]];
      places[columns[i]] = sources[i];
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    count = 0;
    line = startingLineNumber;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
    count++;
    if (places == null) {
      requireModest(length);
      header.add(new String(buffer, offset, length));
    } else if (field < places.length && places[field] != UNWANTED) {
      wanted[places[field]] = new String(buffer, offset, length);
    }
  }

  private void requireModest(int nameLength) {
    if (count > MOST_COLUMNS) {
      throw new CsvParseException("its header has more than %,d columns".formatted(MOST_COLUMNS));
    }
    if (nameLength > LONGEST_NAME) {
      throw new CsvParseException(
          "the name of column %d has more than %,d characters".formatted(count, LONGEST_NAME));
    }
  }

  @Override
  protected Fields buildRecord() {
    for (int i = 0; wanted != null && i < wanted.length; i++) {
      wanted[i] = wanted[sources[i]];
    }
    return this;
  }

  List<String> header() {
    return header;
  }

  /** The wanted fields of the last record, in the order asked for; overwritten by the next. */
  String[] values() {
    return wanted;
  }

  /** How many fields the last record has, wanted or not. */
  int count() {
    return count;
  }

  /** Where the last record begins, from 1. */
  long line() {
    return line;
  }
}
