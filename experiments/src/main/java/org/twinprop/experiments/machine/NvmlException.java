package org.twinprop.experiments.machine;

/** What the driver answered instead of a fact. */
final class NvmlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NvmlException(String message) {
    super(message);
  }
}
