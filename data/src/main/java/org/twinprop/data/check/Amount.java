package org.twinprop.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.twinprop.data.pen.Chance;

/**
 * An amount of money, as it is written on a check.
 *
 * @param cents all of it in cents
 * @param style how the cents are written
 * @param comma whether a comma separates thousands, where there are any
 */
public record Amount(long cents, CentsStyle style, boolean comma) {
  private static final double[] DOLLAR_DIGITS = {0.05, 0.25, 0.35, 0.27, 0.08};
  private static final double EVEN_DOLLARS = 0.25;
  private static final double WITH_COMMA = 0.7;

  /** An amount of digits that the writer has examples of. */
  static Amount draw(CheckWriter writer, Chance chance) {
    List<Integer> digits = IntStream.range(0, 10).filter(writer::has).boxed().toList();
    List<Integer> leading = digits.stream().filter(digit -> digit > 0).toList();
    long dollars = chance.oneOf(leading);
    for (int i = dollarDigits(chance); i > 1; i--) {
      dollars = 10 * dollars + chance.oneOf(digits);
    }
    int cents = 10 * chance.oneOf(digits) + chance.oneOf(digits);
    boolean even = chance.happens(EVEN_DOLLARS) && writer.has(0);
    boolean comma = chance.happens(WITH_COMMA) && dollars >= 1000;
    return new Amount(100 * dollars + (even ? 0 : cents), style(writer, chance), comma);
  }

  private static int dollarDigits(Chance chance) {
    double ticket = chance.uniform();
    int digits = 0;
    while (digits < DOLLAR_DIGITS.length - 1 && ticket >= DOLLAR_DIGITS[digits]) {
      ticket -= DOLLAR_DIGITS[digits++];
    }
    return digits + 1;
  }

  private static CentsStyle style(CheckWriter writer, Chance chance) {
    CentsStyle drawn = chance.oneOf(List.of(CentsStyle.values()));
    boolean possible = !drawn.hasHundred() || (writer.has(0) && writer.has(1));
    return possible ? drawn : CentsStyle.POINT;
  }

  /** The whole dollars. */
  public long dollars() {
    return cents / 100;
  }

  /** The digits of the whole dollars. */
  List<Integer> dollarDigits() {
    return Long.toString(dollars()).chars().mapToObj(digit -> digit - '0').toList();
  }

  /** The two digits of the cents. */
  List<Integer> centDigits() {
    List<Integer> digits = new ArrayList<>();
    digits.add((int) (cents % 100 / 10));
    digits.add((int) (cents % 10));
    return digits;
  }

  /** As one would type it: {@code 1,250.50}, {@code 1250 50/100}, or {@code 125 50} underlined. */
  public String written() {
    String dollars = String.format(Locale.ROOT, comma ? "%,d" : "%d", dollars());
    String separator = style == CentsStyle.POINT ? "." : " ";
    String end = style.hasHundred() ? "/100" : "";
    return "%s%s%02d%s".formatted(dollars, separator, cents % 100, end);
  }
}
