package org.twinprop.data.numpy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Python dictionary in a {@code .npy} header: strings, {@code True}, {@code False} and
 * tuples of whole numbers, and nothing else of Python. What does not fit this grammar is refused;
 * nothing is ever evaluated.
 *
 * <pre>
 * dictionary = "{" [ string ":" value { "," string ":" value } [ "," ] ] "}"
 * value      = string | "True" | "False" | "(" [ number { "," number } [ "," ] ] ")"
 * </pre>
 */
final class HeaderDictionary {
  /** A header that does not fit the grammar; the message continues a sentence about the header. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String problem) {
      super(problem);
    }
  }

  private final String text;
  private int at;

  private HeaderDictionary(String text) {
    this.text = text;
  }

  /**
   * The entries: a {@code String}, a {@code Boolean} or a {@code List<Long>} by key.
   *
   * @throws Malformed if the text is anything but one such dictionary
   */
  static Map<String, Object> parse(String text) throws Malformed {
    HeaderDictionary parser = new HeaderDictionary(text);
    Map<String, Object> entries = parser.dictionary();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.unexpected("the end");
    }
    return entries;
  }

  private Map<String, Object> dictionary() throws Malformed {
    Map<String, Object> entries = new HashMap<>();
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      if (entries.putIfAbsent(key, value()) != null) {
        throw new Malformed("has the key '" + ArrayPlace.quote(key) + "' twice");
      }
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    return entries;
  }

  private Object value() throws Malformed {
    skipSpace();
    if (accept("True")) {
      return true;
    }
    if (accept("False")) {
      return false;
    }
    return peek() == '(' ? tuple() : string();
  }

  private List<Long> tuple() throws Malformed {
    List<Long> numbers = new ArrayList<>();
    expect('(');
    while (!accept(')')) {
      numbers.add(number());
      if (!accept(',')) {
        // Python reads "(3)" as a number in brackets, so a tuple of one needs its comma.
        if (numbers.size() == 1) {
          throw unexpected("','");
        }
        expect(')');
        break;
      }
    }
    return numbers;
  }

  private long number() throws Malformed {
    skipSpace();
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    try {
      return Long.parseLong(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw at == start ? unexpected("a whole number") : new Malformed("has a size over 2^63 - 1");
    }
  }

  private String string() throws Malformed {
    skipSpace();
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw unexpected("a string");
    }
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new Malformed("has a string without an end at character " + at);
    }
    String content = text.substring(at + 1, end);
    if (content.indexOf('\\') >= 0) {
      throw new Malformed("has a string with an escape at character " + at);
    }
    at = end + 1;
    return content;
  }

  private void expect(char wanted) throws Malformed {
    if (!accept(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  private boolean accept(char wanted) {
    skipSpace();
    return accept(String.valueOf(wanted));
  }

  private boolean accept(String wanted) {
    boolean found = text.startsWith(wanted, at);
    at += found ? wanted.length() : 0;
    return found;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n') {
      at++;
    }
  }

  /** The character at hand, 0 at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Malformed unexpected(String wanted) {
    String found =
        at < text.length() ? "'" + ArrayPlace.quote(text.substring(at, at + 1)) + "'" : "the end";
    return new Malformed("has " + found + " at character " + at + " where " + wanted + " belongs");
  }
}
