package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

class ShownChecksTest {
  private static VerificationReport check(int epoch, double error) {
    return new VerificationReport(
        epoch,
        List.of(
            new GradientComparison(
                epoch, "dense(1)", "W1", error, Double.NaN, "at (0, 0)", error < 1e-6)),
        List.of());
  }

  private static List<VerificationReport> checks(int count) {
    return IntStream.range(0, count).mapToObj(epoch -> check(epoch, 1e-9 / (epoch + 1))).toList();
  }

  private static List<Integer> epochs(ShownChecks shown) {
    return shown.checks().stream().map(VerificationReport::epoch).toList();
  }

  @Test
  void aShortRunShowsAllOfItsChecks() {
    ShownChecks shown = ShownChecks.of(checks(60));
    assertEquals(60, shown.checks().size());
    assertEquals("", shown.note());
  }

  @Test
  void aLongRunShowsItsEndsAndItsWorstInTheirOrder() {
    List<VerificationReport> all = new ArrayList<>(checks(2001));
    all.set(700, check(700, 1e-3));
    all.set(900, check(900, 1e-7));
    ShownChecks shown = ShownChecks.of(all);
    List<Integer> expected = new ArrayList<>(IntStream.range(0, 57).boxed().toList());
    expected.addAll(List.of(700, 900, 2000));
    assertEquals(expected, epochs(shown));
    assertEquals(
        "Of 2,001 checks these are the first, the last and the 58 worst; gradients.csv in this folder has all of them.",
        shown.note());
  }

  @Test
  void oneThatFailedIsNeverCrowdedOutByTheLargerErrorsOfThoseThatPassed() {
    List<VerificationReport> all = new ArrayList<>(checks(500));
    IntStream.range(100, 400).forEach(epoch -> all.set(epoch, check(epoch, 1e-3)));
    List<VerificationReport> shown = ShownChecks.of(all).checks();
    assertEquals(60, shown.size());
    assertEquals(30, shown.stream().filter(one -> !one.ok()).count());
    assertTrue(shown.contains(all.get(1)));
  }
}
