package org.twinprop.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorGapTest {
  private static Predictions study(long seed, double rateOfA, double rateOfB, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    PredictedDigits digits = new PredictedDigits();
    for (int writer = 0; writer < 60; writer++) {
      boolean a = writer % 2 == 0;
      double rate = (a ? rateOfA : rateOfB) + spread * (random.nextDouble() - 0.5);
      int errors = 0;
      for (int i = 0; i < 40; i++) {
        errors += random.nextDouble() < rate ? 1 : 0;
      }
      digits.writer(a ? "A" : "B", "w" + writer, 40, errors);
    }
    return digits.predictions();
  }

  private static ErrorGap gap(Predictions predictions) {
    return ErrorGap.of(predictions, "population", "writer", 10, 1);
  }

  @Test
  void aLargeGapIsFoundAndItsIntervalHoldsIt() {
    ErrorGap gap = gap(study(1, 0.30, 0.10, 0.1));
    assertEquals("A", gap.highest());
    assertTrue(gap.pValue() < 0.001);
    assertTrue(gap.low() < 0.20 && 0.20 < gap.high() && gap.low() > 0.1);
    assertEquals(60, gap.units());
  }

  /**
   * With no difference, p below 0.05 must come about 5 times in 100. Writers differ from each other
   * here, which a test that takes digits for independent would mistake for a difference of groups.
   */
  @Test
  void withoutADifferenceItIsSeldomFound() {
    int found = 0;
    for (int study = 0; study < 100; study++) {
      found += gap(study(100 + study, 0.25, 0.25, 0.5)).pValue() < 0.05 ? 1 : 0;
    }
    assertTrue(found <= 11, found + " of 100: more than the 0.5% quantile of chance allows");
  }

  @Test
  void theSmallestPValueIsOneOverAllRegroupings() {
    ErrorGap gap = gap(study(3, 0.9, 0.05, 0));
    assertEquals(1.0 / (ErrorGap.RESAMPLES + 1), gap.pValue(), 1e-15);
  }

  @Test
  void equalGroupsHaveNoGapAndPOne() {
    PredictedDigits digits = new PredictedDigits();
    for (int writer = 0; writer < 10; writer++) {
      digits.writer(writer % 2 == 0 ? "A" : "B", "w" + writer, 20, 2);
    }
    ErrorGap gap = gap(digits.predictions());
    assertEquals(0, gap.gap(), 1e-15);
    assertEquals(1, gap.pValue(), 1e-15);
  }

  @Test
  void oneGroupAloneHasNothingToBeComparedWith() {
    assertNull(gap(new PredictedDigits().writer("A", "w", 50, 5).predictions()));
  }

  @Test
  void sameSeedSameNumbers() {
    Predictions study = study(5, 0.2, 0.1, 0.1);
    assertEquals(gap(study), gap(study));
  }

  @Test
  void itSaysWhatWasResampled() {
    Predictions study = study(5, 0.2, 0.1, 0.1);
    assertEquals("writers", gap(study).unit());
    ErrorGap byDigit = ErrorGap.of(study, "digit", "writer", 10, 1);
    assertEquals("writers' shares of a group", byDigit.unit());
    assertEquals(600, byDigit.units());
    assertEquals("examples", ErrorGap.of(study, "population", "no such column", 10, 1).unit());
  }
}
