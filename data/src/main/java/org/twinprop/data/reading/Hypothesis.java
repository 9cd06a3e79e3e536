package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to read an amount up to some piece, with all other ways that read the same.
 *
 * @param place in the grammar
 * @param dollars digits read so far
 * @param cents digits read so far
 * @param best the logarithm of the best way's probability, but for a constant
 * @param all the same of all ways together
 * @param last the best way's last sign; null at the beginning
 */
record Hypothesis(
    Grammar place, String dollars, String cents, double best, double all, Placed last) {
  static final Hypothesis START = new Hypothesis(Grammar.START, "", "", 0, 0, null);

  /**
   * A sign that was read.
   *
   * @param before the one before it; null for the first
   * @param digit what it was read as; -1 if it is none
   */
  record Placed(Placed before, Sign sign, int digit, Segment segment) {}

  Hypothesis then(Sign sign, int digit, Segment segment, double score) {
    return new Hypothesis(
        place.after(sign),
        sign == Sign.DOLLARS ? dollars + digit : dollars,
        sign == Sign.CENTS ? cents + digit : cents,
        best + score,
        all + score,
        sign == Sign.NOTHING ? last : new Placed(last, sign, digit, segment));
  }

  /** What two of them have in common if they read the same. */
  String key() {
    return place.phase() + " " + place.digits() + " " + dollars + " " + cents;
  }

  Hypothesis or(Hypothesis other) {
    Hypothesis better = best >= other.best ? this : other;
    return new Hypothesis(
        place, dollars, cents, better.best, sumOfLogs(all, other.all), better.last);
  }

  /** log(e^a + e^b). */
  static double sumOfLogs(double a, double b) {
    double most = Math.max(a, b);
    return most == Double.NEGATIVE_INFINITY
        ? most
        : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
  }

  /** From the left. */
  List<Placed> signs() {
    List<Placed> signs = new ArrayList<>();
    for (Placed one = last; one != null; one = one.before()) {
      signs.add(0, one);
    }
    return signs;
  }
}
