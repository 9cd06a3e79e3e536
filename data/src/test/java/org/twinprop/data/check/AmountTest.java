package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource({
    "125050, POINT, true, '1,250.50'",
    "125050, POINT, false, 1250.50",
    "125050, SLANTED_FRACTION, true, '1,250 50/100'",
    "907, LEVEL_FRACTION, false, 9 07/100",
    "90000, UNDERLINED, false, 900 00"
  })
  void isWrittenAsOneWouldTypeIt(long cents, CentsStyle style, boolean comma, String written) {
    assertEquals(written, new Amount(cents, style, comma).written());
  }

  @ParameterizedTest
  @CsvSource({
    "100, One and 00/100",
    "1705, Seventeen and 05/100",
    "4299, Forty-two and 99/100",
    "90000, Nine hundred and 00/100",
    "101050, One thousand ten and 50/100",
    "2134567, Twenty-one thousand three hundred forty-five and 67/100",
    "99999999, Nine hundred ninety-nine thousand nine hundred ninety-nine and 99/100"
  })
  void isSpelledOutInWords(long cents, String words) {
    assertEquals(words, NumberWords.of(new Amount(cents, CentsStyle.POINT, false)));
  }

  @Test
  void zeroHasAWord() {
    assertEquals("zero", NumberWords.whole(0));
  }
}
