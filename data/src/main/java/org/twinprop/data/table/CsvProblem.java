package org.twinprop.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;

/** What a person is told where a table cannot be taken apart into fields. */
public final class CsvProblem {
  private CsvProblem() {}

  /** What is the case, and how to mend it. */
  public static String told(CsvParseException problem) {
    String reason = String.valueOf(problem.getMessage());
    return reason.contains("buffer size")
        ? "a line or field is longer than a million characters; mend where a line does not end, or a quote does not close"
        : "not CSV (%s); mend the quotes there".formatted(reason);
  }
}
