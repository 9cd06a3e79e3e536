package org.twinprop.experiments.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  @ParameterizedTest
  @CsvSource({
    "0.2, 0 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "185, 3 min 05 s",
    "3600, 1 h 00 min",
    "90061, 25 h 01 min"
  })
  void durationsAreReadAtAGlance(double seconds, String expected) {
    assertEquals(expected, Formats.duration(seconds));
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    assertEquals("-", Formats.percent(Double.NaN));
    assertEquals("-", Formats.loss(Double.NaN));
    assertEquals("-", Formats.error(Double.NaN));
    assertEquals("Infinity", Formats.loss(Double.POSITIVE_INFINITY));
  }

  @Test
  void oneIsNotPlural() {
    assertEquals("1 writer", Formats.count(1, "writer"));
    assertEquals("0 writers", Formats.count(0, "writer"));
    assertEquals("12,345 writers", Formats.count(12_345, "writer"));
  }

  @Test
  void ratesHaveTwoDecimals() {
    assertEquals("98.75%", Formats.percent(0.98754));
    assertEquals("100.00%", Formats.percent(1));
    assertEquals("2.3e-10", Formats.error(2.34e-10));
  }
}
