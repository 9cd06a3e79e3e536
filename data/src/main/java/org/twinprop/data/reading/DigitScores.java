package org.twinprop.data.reading;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of segments, and what that counts for where amounts are weighed.
 *
 * <p>A way to read an amount takes some segments for digits and all others for none. Were segments
 * independent, the logarithm of its probability would be, but for a constant that all ways share,
 * the sum of log p(digit) - log p(none) over those that it takes for digits. They overlap and are
 * not; so what they are not counts for less.
 */
final class DigitScores {
  private static final int DIGITS = 10;

  /** Nothing is less probable than this. */
  private static final double LEAST = 1e-7;

  /** A digit that is less probable than this is not tried. */
  private static final double WORTH_TRYING = 1e-5;

  /** How much it counts that a segment is not none, and when that is beyond doubt. */
  private static final double NOT_NONE = 0.2;

  private static final double CERTAINLY_NOT_NONE = 1e-3;

  private final Map<Segment, double[]> probabilities;
  private final boolean knowsNone;

  private DigitScores(Map<Segment, double[]> probabilities, boolean knowsNone) {
    this.probabilities = probabilities;
    this.knowsNone = knowsNone;
  }

  /** Asks the classifier about all of these segments at once, and about equal ones only once. */
  static DigitScores of(DigitClassifier classifier, List<Segment> segments) {
    Map<ByteBuffer, Integer> numbers = new LinkedHashMap<>();
    segments.forEach(one -> numbers.putIfAbsent(ByteBuffer.wrap(one.image()), numbers.size()));
    List<double[]> images =
        classifier.probabilities(numbers.keySet().stream().map(ByteBuffer::array).toList());
    Map<Segment, double[]> probabilities = new IdentityHashMap<>();
    segments.forEach(
        one -> probabilities.put(one, images.get(numbers.get(ByteBuffer.wrap(one.image())))));
    return new DigitScores(probabilities, classifier.knowsOthers());
  }

  /** Of the digits 0 to 9, as the classifier gave them. */
  double[] probabilities(Segment segment) {
    return probabilities.get(segment);
  }

  /** The logarithm of a digit's probability. */
  double logarithm(Segment segment, int digit) {
    return Math.log(Math.max(LEAST, probabilities(segment)[digit]));
  }

  boolean isWorthTrying(Segment segment, int digit) {
    return probabilities(segment)[digit] >= WORTH_TRYING;
  }

  /** What it counts for to take a segment for a digit. */
  double score(Segment segment, int digit) {
    double notNone = knowsNone ? Math.log(Math.max(CERTAINLY_NOT_NONE, none(segment))) : 0;
    return logarithm(segment, digit) - NOT_NONE * notNone;
  }

  /**
   * The logarithm of the probability that a segment is no digit; 0 if the classifier cannot tell.
   */
  double noDigit(Segment segment) {
    return knowsNone ? Math.log(Math.max(LEAST, none(segment))) : 0;
  }

  private double none(Segment segment) {
    return 1 - Arrays.stream(probabilities(segment), 0, DIGITS).sum();
  }
}
