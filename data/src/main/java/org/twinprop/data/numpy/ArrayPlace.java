package org.twinprop.data.numpy;

import java.nio.file.Path;
import org.twinprop.data.BadInput;

/** Which array of which file is at hand, so that every complaint can say so. */
record ArrayPlace(Path file, String array) {
  private static final int LONGEST_QUOTE = 100;

  BadInput bad(String problem) {
    return bad(problem, null);
  }

  BadInput bad(String problem, Throwable cause) {
    return new BadInput(file + ": array '" + quote(array) + "' " + problem, cause);
  }

  /** Text from a stranger's file for a message: no line breaks, no terminal codes, not endless. */
  static String quote(String text) {
    String safe = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return safe.length() <= LONGEST_QUOTE ? safe : safe.substring(0, LONGEST_QUOTE) + "...";
  }
}
