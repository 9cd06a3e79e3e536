package org.twinprop.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.nio.file.Path;
import java.util.List;
import org.twinprop.data.BadInput;

/** What a person is told where a table cannot be taken apart into fields. */
public final class CsvProblem {
  private CsvProblem() {}

  /**
   * Refuses a header out of a file of another encoding, of which each second byte reads as NUL.
   *
   * @throws BadInput if it has such a character
   */
  public static void requireText(Path file, List<String> header) {
    if (header.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
      throw new BadInput(
          "%s: has NUL characters in its header, as UTF-16 has; save it as UTF-8".formatted(file));
    }
  }

  /** What is the case, and how to mend it. */
  public static String told(CsvParseException problem) {
    String reason = String.valueOf(problem.getMessage());
    if (reason.contains("maximum limit of")) {
      return "a line has more than 16,384 fields; leave columns out";
    }
    return reason.contains("buffer size")
        ? "a line or field is longer than a million characters; mend where a line does not end, or a quote does not close"
        : "not CSV (%s); mend the quotes there".formatted(reason);
  }
}
