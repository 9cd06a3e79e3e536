package org.twinprop.data.check;

import java.util.Locale;

/** What makes a check hard to read, each measured by a severity from 0 (none) to 1. */
public enum DamageKind {
  /** Digits of unequal size on a wavering line, at unequal distances. */
  UNEVEN_WRITING,
  /** Neighbouring digits that run into each other. */
  TOUCHING_DIGITS,
  /** Ink that is lighter than black or blue. */
  FAINT_INK,
  /** Security pattern (guilloche) printed behind the writing. */
  BACKGROUND_PATTERN,
  /** The check lies rotated. */
  SKEW,
  /** The camera looks at it from one side. */
  PERSPECTIVE,
  /** Out of focus, or moved. */
  BLUR,
  /** Darker at one side, or in somebody's shadow. */
  UNEVEN_LIGHT,
  /** Of the sensor. */
  NOISE,
  /** Blocks and ringing of strong JPEG compression. */
  JPEG;

  /** As the command line and files name it: {@code uneven_writing}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
