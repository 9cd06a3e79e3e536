package org.twinprop.data.check;

import org.twinprop.data.DigitExamples;
import org.twinprop.data.pen.PenDigits;

/** A few simulated writers, the same for all tests. */
final class Crowd {
  static final DigitExamples DIGITS = PenDigits.draw(9, 30, 7);
  static final CheckWriters WRITERS = CheckWriters.of(DIGITS);

  private Crowd() {}

  static RenderedCheck check(Damage damage, long seed, int index) {
    return new CheckRenderer(WRITERS, damage).render(seed, index);
  }
}
