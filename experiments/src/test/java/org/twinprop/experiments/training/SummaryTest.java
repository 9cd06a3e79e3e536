package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.folder.Outcome;

class SummaryTest {
  @ParameterizedTest
  @CsvSource({
    "9, COMPLETED, All 9 gradient checks passed.",
    "1, COMPLETED, The one gradient check passed.",
    "1, DIVERGED, The one gradient check that was made until then passed.",
    "3, INTERRUPTED, All 3 gradient checks that were made until then passed.",
    "0, INTERRUPTED, No gradient check was made.",
  })
  void checksAreCountedAndNoMoreIsClaimedThanWasMade(int checks, Outcome outcome, String line) {
    assertEquals(line, Summary.passed(checks, outcome));
  }
}
