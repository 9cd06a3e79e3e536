package org.twinprop.experiments.reading;

import java.util.List;
import java.util.stream.IntStream;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.DigitRole;
import org.twinprop.data.check.DigitTruth;
import org.twinprop.data.reading.AmountReading;
import org.twinprop.data.reading.CheckReading;

/**
 * A check whose truth is known, and what was read.
 *
 * @param truth what it shows
 * @param cents what was read; -1 if nothing was
 * @param confidence that all of it is right; 0 if nothing was read
 * @param digits that the amount has
 * @param digitsWrong of these, how many were read wrong; all of them if their number is another
 */
record ScoredCheck(CheckTruth truth, long cents, double confidence, int digits, int digitsWrong) {
  static ScoredCheck of(CheckTruth truth, CheckReading reading) {
    List<Integer> wanted =
        truth.digits().stream()
            .filter(digit -> digit.role() != DigitRole.HUNDRED)
            .map(DigitTruth::digit)
            .toList();
    List<Integer> found =
        reading.amount().map(AmountReading::digits).orElse(List.of()).stream()
            .map(AmountReading.ReadDigit::digit)
            .toList();
    int wrong =
        found.size() == wanted.size()
            ? (int)
                IntStream.range(0, found.size())
                    .filter(i -> !found.get(i).equals(wanted.get(i)))
                    .count()
            : wanted.size();
    return new ScoredCheck(
        truth,
        reading.amount().map(AmountReading::cents).orElse(-1L),
        reading.amount().map(AmountReading::confidence).orElse(0.0),
        wanted.size(),
        wrong);
  }

  boolean right() {
    return cents == truth.amountCents();
  }
}
