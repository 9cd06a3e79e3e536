package org.twinprop.trainer.twin;

/** DL4J cannot express a network, or computes something else under the same name; says why. */
final class NoTwinException extends Exception {
  private static final long serialVersionUID = 1L;

  NoTwinException(String why) {
    super(why);
  }

  /** The same, with the place in front. */
  NoTwinException in(String place) {
    return new NoTwinException(place + ": " + getMessage());
  }
}
