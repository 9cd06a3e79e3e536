package org.twinprop.experiments.audit;

import java.nio.file.Path;
import org.twinprop.data.BadInput;

/**
 * Reads values of a table, or says in which line and column they cannot be what they should.
 *
 * @param file that they are from
 */
public record Cells(Path file) {
  /** A class: any text but none, and not NaN. */
  public String className(String text, String column, long line) {
    if (text.isBlank() || text.equalsIgnoreCase("nan")) {
      throw bad(text, column, line, "give every example a class, or take the row out");
    }
    return text;
  }

  /** A finite number. */
  public double number(String text, String column, long line) {
    double value = parsed(text);
    if (!Double.isFinite(value)) {
      throw bad(text, column, line, "give a number, or take the row out");
    }
    return value;
  }

  /** A probability. */
  public double score(String text, String column, long line) {
    double value = parsed(text);
    if (!(value >= 0 && value <= 1)) {
      throw bad(text, column, line, "scores are probabilities, from 0 to 1");
    }
    return value;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private BadInput bad(String text, String column, long line, String mend) {
    String what = text.isBlank() ? "is empty" : "is '" + text + "'";
    return new BadInput(
        "%s, line %d: column '%s' %s; %s".formatted(file, line, column, what, mend));
  }
}
