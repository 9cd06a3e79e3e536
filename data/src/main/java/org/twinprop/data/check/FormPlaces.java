package org.twinprop.data.check;

import java.awt.geom.Rectangle2D;

/**
 * Where things stand on a form, in pixels from its upper left corner.
 *
 * @param payer whose check it is, in three lines
 * @param number of the check
 * @param amount the box for the amount in figures
 * @param words the line for the amount in words
 */
record FormPlaces(
    Place payer,
    Place number,
    Line date,
    Line payee,
    Box amount,
    Line words,
    Place bank,
    Line memo,
    Line signature) {
  /** The left end of a first line of text. */
  record Place(double x, double baseline) {}

  /** A line to write on. */
  record Line(double x, double baseline, double length) {}

  /** A box to write in. */
  record Box(double x, double y, double width, double height) {
    Rectangle2D rectangle() {
      return new Rectangle2D.Double(x, y, width, height);
    }
  }
}
