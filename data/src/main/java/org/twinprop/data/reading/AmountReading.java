package org.twinprop.data.reading;

import java.util.List;

/**
 * An amount that was read.
 *
 * @param cents the amount in cents
 * @param confidence the probability that all of it is right
 * @param digits that count, from the left
 * @param second the next most probable amount in cents; -1 if there is none
 * @param secondConfidence its probability
 * @param evidence that the confidence was calibrated from
 */
public record AmountReading(
    long cents,
    double confidence,
    List<ReadDigit> digits,
    long second,
    double secondConfidence,
    Evidence evidence) {
  /** Keeps an unmodifiable copy of the list. */
  public AmountReading {
    digits = List.copyOf(digits);
  }

  /**
   * One digit of it.
   *
   * @param digit 0 to 9
   * @param ofCents whether it is one of the cents
   * @param box around its ink, in pixels of the image that was read
   * @param probabilities of the digits 0 to 9, as the classifier gave them
   * @param image as the classifier got it: 28 x 28 bytes, 0 paper and 255 ink
   */
  public record ReadDigit(
      int digit, boolean ofCents, Box box, List<Double> probabilities, byte[] image) {}
}
