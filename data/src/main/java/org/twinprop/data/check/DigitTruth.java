package org.twinprop.data.check;

/**
 * A digit in an image.
 *
 * @param digit 0 to 9
 * @param role what it counts
 * @param box around its ink
 * @param example the row of the image among the examples that the writers were taken from
 * @param touchesNext whether its ink was put so near that it touches the next digit's
 */
public record DigitTruth(int digit, DigitRole role, Quad box, int example, boolean touchesNext) {
  /** The same digit with its box elsewhere. */
  DigitTruth at(Quad place) {
    return new DigitTruth(digit, role, place, example, touchesNext);
  }
}
