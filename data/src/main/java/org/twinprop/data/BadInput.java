package org.twinprop.data;

/**
 * Something a person gave (a file, a setting) cannot be used. The message is one line that says
 * what, where (file, line, column, key) and how to mend it; the command line prints it alone and
 * exits with 2.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what is wrong, where, and how to mend it
   */
  public BadInput(String message) {
    super(message);
  }

  /**
   * @param message one line: what is wrong, where, and how to mend it
   * @param cause shown under {@code --debug} only
   */
  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
