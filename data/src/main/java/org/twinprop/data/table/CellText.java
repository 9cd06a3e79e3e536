package org.twinprop.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

  /** A date, with or without a time and its distance from UTC, as ISO 8601 writes them. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?)?");

  /** Three numbers as people write dates, in whatever order. */
  private static final Pattern DATE_LIKE =
      Pattern.compile("\\d{1,4}([./-])\\d{1,2}\\1\\d{1,4}(?:[T ].*)?");

  private static final double SECONDS_OF_A_DAY = 24 * 60 * 60;

  private CellText() {}

  /** Whether it may be a date, though maybe none that {@link #days} reads. */
  static boolean dateLike(String text) {
    return DATE_LIKE.matcher(text).matches();
  }

  /**
   * The date that it says, as days since 1970-01-01, of a time with the share of the day that has
   * passed; none if it is another text than a date of ISO 8601, as {@code 2026-01-31} and {@code
   * 2026-01-31T18:30Z}.
   */
  static OptionalDouble days(String text) {
    var parts = MOMENT.matcher(text);
    if (!parts.matches()) {
      return OptionalDouble.empty();
    }
    try {
      LocalDate date = LocalDate.parse(parts.group(1));
      double seconds =
          parts.group(2) == null ? 0 : LocalTime.parse(parts.group(2)).toNanoOfDay() / 1e9;
      double offset = parts.group(3) == null ? 0 : ZoneOffset.of(parts.group(3)).getTotalSeconds();
      return OptionalDouble.of(date.toEpochDay() + (seconds - offset) / SECONDS_OF_A_DAY);
    } catch (DateTimeException e) {
      return OptionalDouble.empty();
    }
  }

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
