package org.twinprop.experiments.folder;

import java.util.regex.Pattern;

/**
 * The text of one cell of a CSV file.
 *
 * <p>Numbers stand as Java writes them, with every digit that tells them apart; one that does not
 * exist (NaN, null) leaves its cell empty. Spreadsheets run text that begins like a formula. Text
 * that begins with {@code = + - @}, a tab, a line break, their full-width forms or an apostrophe
 * therefore gets an apostrophe in front, unless it is a number; who reads the file takes away one
 * leading apostrophe.
 *
 * <p>Control characters, which speak to a terminal or end a text early, and marks that turn the
 * direction of text around it become question marks. Tabs and line breaks stay: a quoted cell may
 * have them; so do joiners, which letters of some languages need.
 */
final class CsvCell {
  private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠'";
  private static final String BIDI_CONTROLS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
  private static final Pattern UNSEEN =
      Pattern.compile("(?!\\t|\\r?\\n)[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}" + BIDI_CONTROLS + "]");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private CsvCell() {}

  static String of(Object value) {
    if (value == null || (value instanceof Number number && Double.isNaN(number.doubleValue()))) {
      return "";
    }
    return value instanceof CharSequence text
        ? inert(UNSEEN.matcher(text).replaceAll("?"))
        : value.toString();
  }

  private static String inert(String text) {
    boolean harmless =
        text.isEmpty()
            || STARTS_FORMULA.indexOf(text.charAt(0)) < 0
            || NUMBER.matcher(text).matches();
    return harmless ? text : "'" + text;
  }
}
