package org.twinprop.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers in English words, as the line under the payee has them. */
final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private NumberWords() {}

  /** {@code One thousand two hundred fifty and 05/100}. */
  static String of(Amount amount) {
    String dollars = whole(amount.dollars());
    String capital = dollars.substring(0, 1).toUpperCase(Locale.ROOT);
    return "%s%s and %02d/100".formatted(capital, dollars.substring(1), amount.cents() % 100);
  }

  /** {@code twenty-one thousand three}, for 0 to 999,999. */
  static String whole(long number) {
    if (number == 0) {
      return SMALL[0];
    }
    List<String> words = new ArrayList<>();
    if (number >= 1000) {
      words.add(whole(number / 1000) + " thousand");
    }
    int hundreds = (int) (number % 1000 / 100);
    if (hundreds > 0) {
      words.add(SMALL[hundreds] + " hundred");
    }
    int rest = (int) (number % 100);
    if (rest > 0) {
      words.add(belowHundred(rest));
    }
    return String.join(" ", words);
  }

  private static String belowHundred(int number) {
    if (number < SMALL.length) {
      return SMALL[number];
    }
    String tens = TENS[number / 10];
    return number % 10 == 0 ? tens : tens + "-" + SMALL[number % 10];
  }
}
