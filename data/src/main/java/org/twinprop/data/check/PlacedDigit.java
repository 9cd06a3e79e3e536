package org.twinprop.data.check;

import java.awt.geom.AffineTransform;

/**
 * A digit in a line of writing.
 *
 * @param example the row of the image
 * @param place of the image's points in the line
 * @param touchesNext whether it was put so that it touches the digit after it
 */
record PlacedDigit(
    int digit,
    DigitRole role,
    int example,
    DigitImage image,
    AffineTransform place,
    boolean touchesNext) {
  PlacedDigit touchingNext() {
    return new PlacedDigit(digit, role, example, image, place, true);
  }
}
