package org.twinprop.data.check;

/** How the cents of an amount are written by hand. */
public enum CentsStyle {
  /** Behind a point: 125.50. */
  POINT,
  /** Small and raised, over a slanted stroke and a hundred: 125 50/100. */
  SLANTED_FRACTION,
  /** Small, over a level stroke with a hundred below it. */
  LEVEL_FRACTION,
  /** Small, raised and underlined. */
  UNDERLINED;

  /** Whether a hundred is written too. */
  public boolean hasHundred() {
    return this == SLANTED_FRACTION || this == LEVEL_FRACTION;
  }
}
