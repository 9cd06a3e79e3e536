package org.twinprop.experiments.checkpoint;

/** A file is not as it was written. The message says which, and how that shows. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }

  DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
