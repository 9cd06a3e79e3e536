package org.twinprop.trainer.evaluation.group;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.statistics.CountSampler;

/** Simulated audits: how often a difference is found that is there, and one that is not. */
class PlantedDisparityTest {
  private static final int AUDITS = 1_000;

  /** Intervals are not looked at here, and tests do not resample. */
  private static final int FEW_RESAMPLES = 2;

  /**
   * How many audits found something.
   *
   * @param errors a difference in all errors
   * @param kinds a difference in a kind of errors
   * @param either one or the other
   */
  private record Found(int errors, int kinds, int either) {}

  /** Audits of two columns, three tests each, with these error rates of groups. */
  private static Found found(int audits, double[] rates, int[] sizes, double[] others) {
    SplittableRandom random = new SplittableRandom(5);
    int errors = 0;
    int kinds = 0;
    int either = 0;
    for (int i = 0; i < audits; i++) {
      Map<String, Map<String, ClassificationTally>> columns = new LinkedHashMap<>();
      columns.put("race", groups(rates, sizes, random));
      columns.put("sex", groups(others, sizes, random));
      ClassificationTally overall = new ClassificationTally();
      columns.get("race").values().forEach(t -> addTo(overall, t.confusion()));
      Audit audit =
          ClassificationAudit.of(
              new GroupedTallies<>(overall, columns),
              List.of("0", "1"),
              new AuditSettings("1", Map.of(), 10, i, FEW_RESAMPLES));
      errors += audit.columns().stream().anyMatch(column -> column.test().found()) ? 1 : 0;
      either += audit.columns().stream().anyMatch(ColumnAudit::foundAny) ? 1 : 0;
      kinds += audit.columns().stream().anyMatch(PlantedDisparityTest::kindFound) ? 1 : 0;
    }
    return new Found(errors, kinds, either);
  }

  private static boolean kindFound(ColumnAudit column) {
    return column.tests().stream().skip(1).anyMatch(ColumnTest::found);
  }

  private static void addTo(ClassificationTally overall, ConfusionMatrix confusion) {
    for (int label = 0; label < 2; label++) {
      for (int prediction = 0; prediction < 2; prediction++) {
        overall.confusion().add(label, prediction, confusion.count(label, prediction));
      }
    }
  }

  private static Map<String, ClassificationTally> groups(
      double[] rates, int[] sizes, SplittableRandom random) {
    Map<String, ClassificationTally> groups = new LinkedHashMap<>();
    for (int i = 0; i < rates.length; i++) {
      groups.put("group " + i, tally(sizes[i], rates[i], random));
    }
    return groups;
  }

  /** About four in ten are positive; all are as likely to be predicted wrong. */
  private static ClassificationTally tally(int n, double rate, SplittableRandom random) {
    int positives = CountSampler.binomial(random, n, 0.4);
    int missed = CountSampler.binomial(random, positives, rate);
    int wronglySaid = CountSampler.binomial(random, n - positives, rate);
    ClassificationTally tally = new ClassificationTally();
    tally.confusion().add(1, 0, missed);
    tally.confusion().add(1, 1, positives - missed);
    tally.confusion().add(0, 1, wronglySaid);
    tally.confusion().add(0, 0, n - positives - wronglySaid);
    return tally;
  }

  /**
   * At most 5% of audits may find what is not there, for each of the two questions, and at most 10%
   * for either. If exactly 5% do in the long run, 1,000 audits show up to 50 + 3 * sqrt(1,000 *
   * 0.05 * 0.95) = 71 but for one time in 700.
   */
  private static void assertSeldomFound(Found found, int audits) {
    double most = audits * 0.05 + 3 * Math.sqrt(audits * 0.05 * 0.95);
    assertTrue(found.errors() <= most && found.kinds() <= most, found + " of " + audits);
    double mostOfEither = audits * 0.1 + 3 * Math.sqrt(audits * 0.1 * 0.9);
    assertTrue(found.either() <= mostOfEither, found + " of " + audits);
  }

  @Test
  void withoutADifferenceNoneIsFoundBeyondTheStatedRate() {
    double[] same = {0.2, 0.2, 0.2};
    assertSeldomFound(found(AUDITS, same, new int[] {500, 300, 120}, same), AUDITS);
  }

  /** Fewer audits, since each simulates tables. */
  @Test
  void norAmongSmallGroupsWithFewErrors() {
    double[] same = {0.03, 0.03, 0.03};
    assertSeldomFound(found(200, same, new int[] {150, 60, 25}, same), 200);
  }

  @Test
  void tenPointsAndFiveHundredAGroupAreFoundNineTimesInTen() {
    Found found =
        found(AUDITS, new double[] {0.2, 0.3}, new int[] {500, 500}, new double[] {0.25, 0.25});
    assertTrue(found.errors() >= 0.9 * AUDITS, found + " of " + AUDITS);
  }
}
