package org.twinprop.data;

/**
 * Something a person gave (a file, a setting) cannot be used. The message is one line that says
 * what, where (file, line, column, key) and how to mend it; the command line prints it alone and
 * exits with 2. Line breaks in it become blanks, and what is no character to be seen a question
 * mark.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what is wrong, where, and how to mend it
   */
  public BadInput(String message) {
    super(plain(message));
  }

  /**
   * @param message one line: what is wrong, where, and how to mend it
   * @param cause shown under {@code --debug} only
   */
  public BadInput(String message, Throwable cause) {
    super(plain(message), cause);
  }

  /** Names out of strangers' files may break lines, speak to a terminal, or turn text around. */
  private static String plain(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
