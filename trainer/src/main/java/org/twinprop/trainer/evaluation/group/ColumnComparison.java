package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * Puts the groups of one column beside each other.
 *
 * @param column its name
 * @param metrics of all groups
 * @param samples of those that are large enough
 * @param errors of the same groups, in the same order
 * @param overall the error rate, or mean absolute error, of everyone
 * @param regression whether numbers were predicted
 * @param settings how groups are compared
 * @param kinds of errors that are tested each by itself
 */
record ColumnComparison(
    String column,
    List<GroupMetrics> metrics,
    List<Sample> samples,
    List<GroupErrors> errors,
    double overall,
    boolean regression,
    AuditSettings settings,
    List<ErrorKind> kinds) {
  /**
   * @param rate its key
   * @param groups that are large enough
   * @param overall the rate of everyone
   */
  record ErrorKind(String rate, List<GroupErrors> groups, double overall) {}

  ColumnAudit audit() {
    if (samples.size() < 2) {
      return new ColumnAudit(column, metrics, null, null, null, List.of(), List.of(), List.of());
    }
    Sample reference = reference();
    Disparities disparities = new Disparities(samples, reference);
    Comparator<GroupErrors> byMean = Comparator.comparingDouble(GroupErrors::mean);
    return new ColumnAudit(
        column,
        metrics,
        reference.group(),
        errors.stream().max(byMean).orElseThrow().group(),
        errors.stream().min(byMean).orElseThrow().group(),
        regression ? disparities.ofRegression() : disparities.ofClassification(),
        comparisons(reference),
        tests(reference));
  }

  private List<ColumnTest> tests(Sample reference) {
    long seed = settings.seedOf(column, "");
    List<ColumnTest> tests = new ArrayList<>();
    for (ErrorKind kind : kinds) {
      if (kind.groups().size() > 1) {
        tests.add(
            new ColumnTests(
                    kind.rate(), kind.groups(), reference.group(), regression, kind.overall(), seed)
                .test());
      }
    }
    return tests;
  }

  /** The named one, or the largest. */
  private Sample reference() {
    String named = settings.references().get(column);
    return samples.stream()
        .filter(sample -> sample.group().equals(named))
        .findFirst()
        .orElseGet(() -> samples.stream().max(Comparator.comparingLong(Sample::n)).orElseThrow());
  }

  private List<ReferenceComparison> comparisons(Sample reference) {
    List<ReferenceComparison> comparisons = new ArrayList<>();
    GroupErrors referenceErrors = errors.get(samples.indexOf(reference));
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (!sample.group().equals(reference.group())) {
        comparisons.add(
            comparison(
                sample, reference, referenceErrors.detectable(errors.get(i), regression, overall)));
      }
    }
    return comparisons;
  }

  private static ReferenceComparison comparison(
      Sample sample, Sample reference, double detectable) {
    Map<String, Estimate> differences = new LinkedHashMap<>();
    Map<String, Estimate> ratios = new LinkedHashMap<>();
    for (String key : sample.keys()) {
      differences.put(key, sample.minus(reference, key));
      ratios.put(key, sample.over(reference, key));
    }
    return new ReferenceComparison(sample.group(), differences, ratios, detectable);
  }
}
