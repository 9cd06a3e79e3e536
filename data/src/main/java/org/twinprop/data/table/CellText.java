package org.twinprop.data.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell's text says: a number, nothing, or neither. */
final class CellText {
  /** The group, and the level of a category, of cells that say nothing. */
  static final String MISSING = "(missing)";

  private static final Set<String> NOTHING = Set.of("", "null", "na", "n/a", "nan", "?", "-");

  /** With a currency before it, thousands set apart by commas, a percent sign after it. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+]?)[$€£]?([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)%?");

  private static final Set<String> INFINITE =
      Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

  private CellText() {}

  /** Whether it says nothing: it is empty, or null, NA, N/A, NaN, a question mark or a dash. */
  static boolean missing(String text) {
    return NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** The number that it says; infinite for {@code inf}; none if it is another text. */
  static OptionalDouble number(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (INFINITE.contains(lower)) {
      return OptionalDouble.of(
          lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    var parts = NUMBER.matcher(text);
    if (text.isEmpty() || !parts.matches() || !text.chars().anyMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(
          Double.parseDouble(parts.group(1) + parts.group(2).replace(",", "")));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
