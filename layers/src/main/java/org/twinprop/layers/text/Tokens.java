package org.twinprop.layers.text;

import java.util.ArrayList;
import java.util.List;

/** A text read piece by piece, with the column that each piece began at for messages. */
final class Tokens {
  private final String text;
  private final String what;
  private int at;

  /**
   * @param what the text is of, for messages: {@code network}, {@code updater}
   */
  Tokens(String text, String what) {
    this.text = text;
    this.what = what;
  }

  /** Skips white space; whether anything is left. */
  boolean more() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /** Whether the next character is {@code c}; white space before it is skipped. */
  boolean next(char c) {
    return more() && text.charAt(at) == c;
  }

  boolean take(char c) {
    if (next(c)) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * @param expected for the message where something else stands
   */
  String name(String expected) {
    more();
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
      throw error("expected " + expected + ", but found " + found, from);
    }
    return text.substring(from, at);
  }

  /** The arguments of a name: nothing, or what stands between parentheses, separated by commas. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (!next('(')) {
      return arguments;
    }
    int open = at++;
    int close = text.indexOf(')', at);
    if (close < 0 || text.substring(at, close).contains("(")) {
      throw error("the parenthesis is never closed", open);
    }
    String inside = text.substring(at, close);
    at = close + 1;
    if (!inside.isBlank()) {
      for (String argument : inside.split(",", -1)) {
        if (argument.isBlank()) {
          throw error("an argument is empty", open);
        }
        arguments.add(argument.strip());
      }
    }
    return arguments;
  }

  int position() {
    return at;
  }

  String since(int from) {
    return text.substring(from, at).strip();
  }

  IllegalArgumentException error(String problem, int position) {
    String message =
        text.isBlank()
            ? "the %s text is empty: %s".formatted(what, problem)
            : "%s text, column %d: %s; in: %s"
                .formatted(what, position + 1, problem, text.stripTrailing());
    // one line, whatever the text: nothing in it breaks lines or speaks to a terminal
    return new IllegalArgumentException(
        message.replaceAll("\\s", " ").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?"));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '_' || c == '.';
  }
}
