package org.twinprop.experiments.audit;

import java.nio.file.Path;
import org.twinprop.data.BadInput;

/**
 * Reads values of a table, or says in which line and column they cannot be what they should.
 *
 * @param file that they are from
 */
public record Cells(Path file) {
  /** Above it, squares of errors, and sums of them, could be too large to be numbers. */
  private static final double LARGEST = 1e140;

  /** A class: any text but none, and not NaN. */
  public String className(String text, String column, long line) {
    if (text.isBlank() || text.equalsIgnoreCase("nan")) {
      throw bad(text, column, line, "give every example a class, or take the row out");
    }
    return text;
  }

  /** A finite number, small enough to be squared. */
  public double number(String text, String column, long line) {
    double value = parsed(text);
    if (!Double.isFinite(value)) {
      throw bad(text, column, line, "give a number, or take the row out");
    }
    if (Math.abs(value) > LARGEST) {
      throw bad(text, column, line, "numbers beyond 1e140 cannot be audited; use another unit");
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

  /** NaN for what is no number, and for what is one to Java alone, such as 5d or 0x1p3. */
  private static double parsed(String text) {
    try {
      return isOfJavaAlone(text) ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean isOfJavaAlone(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("dDfFpP".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private BadInput bad(String text, String column, long line, String mend) {
    String what = text.isBlank() ? "is empty" : "is '" + text + "'";
    return new BadInput(
        "%s, line %d: column '%s' %s; %s".formatted(file, line, column, what, mend));
  }
}
