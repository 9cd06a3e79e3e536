package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({"0.01125, 1.13%", "0, 0.00%", "1, 100.00%", "NaN, –", "0.00004, 0.00%"})
  void sharesArePercentages(double share, String text) {
    assertEquals(text, Numbers.percent(share));
  }

  @ParameterizedTest
  @CsvSource({
    "3.14e-9, 3.1 × 10⁻⁹",
    "9.97e-12, 1.0 × 10⁻¹¹",
    "0.97, 9.7 × 10⁻¹",
    "12345, 1.2 × 10⁴",
    "0, 0",
    "NaN, –",
    "Infinity, ∞"
  })
  void smallErrorsArePowersOfTen(double value, String text) {
    assertEquals(text, Numbers.scientific(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0391, 0.0391",
    "2.5, 2.500",
    "12.345, 12.35",
    "999.94, 999.9",
    "1234.5, '1,235'",
    "54000, '54,000'",
    "-0.5, -0.5000",
    "0.00012, 1.2 × 10⁻⁴",
    "0, 0.0000",
    "-Infinity, -∞"
  })
  void measuresHaveFourDigits(double value, String text) {
    assertEquals(text, Numbers.measure(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4211, 0.42 s",
    "9.999, 10.00 s",
    "41.4, 41 s",
    "59.6, 1 min 0 s",
    "250, 4 min 10 s",
    "7500, 2 h 5 min"
  })
  void durationsAreForPeople(double seconds, String text) {
    assertEquals(text, Numbers.duration(seconds));
  }
}
