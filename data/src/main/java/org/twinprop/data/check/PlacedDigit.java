package org.twinprop.data.check;

import java.awt.geom.AffineTransform;

/**
 * A digit in a line of writing.
 *
 * @param place of the image's points in the line
 * @param touchesNext whether it was put so that it touches the digit after it
 */
record PlacedDigit(Written written, AffineTransform place, boolean touchesNext) {
  /**
   * A digit as it was once written.
   *
   * @param example the row of the image
   */
  record Written(int digit, DigitRole role, int example, DigitImage image) {}

  PlacedDigit touchingNext() {
    return new PlacedDigit(written, place, true);
  }
}
