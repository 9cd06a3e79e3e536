package org.twinprop.experiments.reading;

import java.util.List;
import java.util.Locale;
import org.twinprop.data.reading.AmountReading;
import org.twinprop.data.reading.AmountReading.ReadDigit;
import org.twinprop.data.reading.CheckReading;

/**
 * What came of reading one image, as {@code --json} writes it.
 *
 * @param file the image
 * @param accepted whether the amount was read with enough confidence
 * @param amount such as 1,234.56; null if nothing was read
 * @param confidence the probability that all of it is right; 0 if nothing was read
 * @param refusal why it was not accepted; null if it was
 * @param second the next most probable amount; null if there is none
 * @param secondConfidence its probability
 * @param digits of the amount, from the left
 * @param explanation the image that explains it; null if none was asked for
 */
public record ReadCheck(
    String file,
    boolean accepted,
    String amount,
    double confidence,
    String refusal,
    String second,
    double secondConfidence,
    List<Digit> digits,
    String explanation) {
  /**
   * @param digit 0 to 9
   * @param probability that the network gave to it
   * @param probabilities of the digits 0 to 9
   */
  public record Digit(int digit, double probability, List<Double> probabilities) {}

  /**
   * @param least confidence below which an amount is refused
   */
  static ReadCheck of(String file, CheckReading reading, double least, String explanation) {
    if (reading.amount().isEmpty()) {
      return new ReadCheck(
          file, false, null, 0, reading.refusal(), null, 0, List.of(), explanation);
    }
    AmountReading amount = reading.amount().get();
    boolean accepted = amount.confidence() >= least;
    String refusal = "its confidence %.3f is below %s".formatted(amount.confidence(), least);
    return new ReadCheck(
        file,
        accepted,
        money(amount.cents()),
        amount.confidence(),
        accepted ? null : refusal,
        amount.second() < 0 ? null : money(amount.second()),
        amount.secondConfidence(),
        amount.digits().stream().map(ReadCheck::digit).toList(),
        explanation);
  }

  private static Digit digit(ReadDigit digit) {
    return new Digit(
        digit.digit(), digit.probabilities().get(digit.digit()), digit.probabilities());
  }

  /** As one would type it: 1,234.56. */
  public static String money(long cents) {
    return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
  }
}
