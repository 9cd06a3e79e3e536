package org.twinprop.experiments.command;

/** A choice of two; help shows the names as they are typed. */
enum OnOff {
  on,
  off;

  boolean on() {
    return this == on;
  }
}
