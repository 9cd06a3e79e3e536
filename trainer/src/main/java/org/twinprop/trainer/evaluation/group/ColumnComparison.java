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
 */
record ColumnComparison(
    String column,
    List<GroupMetrics> metrics,
    List<Sample> samples,
    List<GroupErrors> errors,
    double overall,
    boolean regression,
    AuditSettings settings) {

  ColumnAudit audit() {
    if (samples.size() < 2) {
      return new ColumnAudit(column, metrics, null, null, null, List.of(), List.of(), null);
    }
    Sample reference = reference();
    Disparities disparities = new Disparities(samples, reference);
    Comparator<GroupErrors> byMean = Comparator.comparingDouble(GroupErrors::mean);
    long seed = settings.seedOf(column, "");
    return new ColumnAudit(
        column,
        metrics,
        reference.group(),
        errors.stream().max(byMean).orElseThrow().group(),
        errors.stream().min(byMean).orElseThrow().group(),
        regression ? disparities.ofRegression() : disparities.ofClassification(),
        comparisons(reference),
        new ColumnTests(errors, reference.group(), regression, overall, seed).test());
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
      differences.put(key, sample.against(reference, key, Sample::difference));
      ratios.put(key, sample.against(reference, key, Sample::ratio));
    }
    return new ReferenceComparison(sample.group(), differences, ratios, detectable);
  }
}
