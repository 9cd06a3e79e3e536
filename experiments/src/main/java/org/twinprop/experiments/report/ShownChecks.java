package org.twinprop.experiments.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * The checks that a page shows: all of them, or of a long run those that a reader looks for, so
 * that neither the page nor the memory for it grows with the run.
 *
 * @param checks in the order in which they were made
 * @param all how many were made
 */
record ShownChecks(List<VerificationReport> checks, int all) {
  private static final int MOST = 60;
  private static final int MOST_FAILED = 30;

  /** Failed ones before all others, then those with the largest error. */
  private static final Comparator<VerificationReport> WORST_FIRST =
      Comparator.comparing(VerificationReport::ok)
          .thenComparing(ShownChecks::error, Comparator.reverseOrder());

  static ShownChecks of(List<VerificationReport> all) {
    return new ShownChecks(all.size() <= MOST ? List.copyOf(all) : chosen(all), all.size());
  }

  /** The first and the last, those that failed, and those with the largest errors. */
  private static List<VerificationReport> chosen(List<VerificationReport> all) {
    Stream<VerificationReport> ends = Stream.of(all.get(0), all.get(all.size() - 1));
    Stream<VerificationReport> worst =
        Stream.concat(
            all.stream().filter(one -> !one.ok()).sorted(WORST_FIRST).limit(MOST_FAILED),
            all.stream().filter(VerificationReport::ok).sorted(WORST_FIRST));
    Set<VerificationReport> chosen =
        Stream.concat(ends, worst).distinct().limit(MOST).collect(Collectors.toSet());
    return all.stream().filter(chosen::contains).toList();
  }

  private static double error(VerificationReport report) {
    double error = report.worstNumericError();
    return Double.isNaN(error) ? 0 : error;
  }

  /** What is not shown, in a sentence; empty if all are. */
  String note() {
    return checks.size() == all
        ? ""
        : "Of %s checks these are the first, the last and the %s worst; gradients.csv in this folder has all of them."
            .formatted(Numbers.count(all), Numbers.count(checks.size() - 2));
  }
}
