package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;

/**
 * How far the groups of one column lie apart, by the definitions of Hardt, Price and Srebro
 * (Equality of Opportunity in Supervised Learning, 2016) and of Barocas, Hardt and Narayanan
 * (Fairness and Machine Learning, 2023, chapter 3).
 *
 * @param groups those that are compared, at least two
 * @param reference one of them
 */
record Disparities(List<Sample> groups, Sample reference) {
  /** Of rates of a classification. */
  List<Disparity> ofClassification() {
    List<Disparity> all = new ArrayList<>();
    String selection = Rate.SELECTION_RATE.key();
    addDifference(all, "error_rate_difference", Rate.ERROR_RATE.key());
    addRatio(all, "error_rate_ratio", Rate.ERROR_RATE.key());
    addDifference(all, "demographic_parity_difference", selection);
    addRatio(all, "demographic_parity_ratio", selection);
    disparateImpact(selection).ifPresent(all::add);
    equalizedOdds().ifPresent(all::add);
    addDifference(all, "equal_opportunity_difference", Rate.TPR.key());
    addDifference(all, "predictive_parity_difference", Rate.PRECISION.key());
    return all;
  }

  /** Of metrics of a regression. */
  List<Disparity> ofRegression() {
    List<Disparity> all = new ArrayList<>();
    addDifference(all, "mae_difference", RegressionMetric.MAE.key());
    addRatio(all, "mae_ratio", RegressionMetric.MAE.key());
    addDifference(all, "rmse_difference", RegressionMetric.RMSE.key());
    addDifference(all, "bias_difference", RegressionMetric.BIAS.key());
    return all;
  }

  /** The groups that have a metric, from the lowest value to the highest. */
  private List<Sample> byValue(String key) {
    return groups.stream()
        .filter(group -> group.keys().contains(key) && !Double.isNaN(group.value(key)))
        .sorted(Comparator.comparingDouble(group -> group.value(key)))
        .toList();
  }

  private Optional<Disparity> difference(String name, String key) {
    List<Sample> sorted = byValue(key);
    if (sorted.size() < 2) {
      return Optional.empty();
    }
    Sample lowest = sorted.get(0);
    Sample highest = sorted.get(sorted.size() - 1);
    return Optional.of(
        new Disparity(name, key, highest.group(), lowest.group(), highest.minus(lowest, key)));
  }

  private void addDifference(List<Disparity> all, String name, String key) {
    difference(name, key).ifPresent(all::add);
  }

  /** The lowest value as a share of the highest. */
  private void addRatio(List<Disparity> all, String name, String key) {
    List<Sample> sorted = byValue(key);
    if (sorted.size() > 1) {
      Sample lowest = sorted.get(0);
      Sample highest = sorted.get(sorted.size() - 1);
      Estimate ratio = lowest.over(highest, key);
      all.add(new Disparity(name, key, lowest.group(), highest.group(), ratio));
    }
  }

  /** The group that is selected least often, against the reference. */
  private Optional<Disparity> disparateImpact(String key) {
    if (!reference.keys().contains(key)) {
      return Optional.empty();
    }
    return byValue(key).stream()
        .filter(group -> !group.group().equals(reference.group()))
        .findFirst()
        .map(
            lowest ->
                new Disparity(
                    "disparate_impact_ratio",
                    key,
                    lowest.group(),
                    reference.group(),
                    lowest.over(reference, key)));
  }

  /** The larger of the differences in true and in false positives. */
  private Optional<Disparity> equalizedOdds() {
    Optional<Disparity> tpr = difference("equalized_odds_difference", Rate.TPR.key());
    Optional<Disparity> fpr = difference("equalized_odds_difference", Rate.FPR.key());
    if (tpr.isEmpty() || fpr.isEmpty()) {
      return tpr.or(() -> fpr);
    }
    Disparity larger =
        tpr.get().estimate().value() >= fpr.get().estimate().value() ? tpr.get() : fpr.get();
    double[] ofTpr = replicates(tpr.get());
    double[] ofFpr = replicates(fpr.get());
    for (int i = 0; i < ofTpr.length; i++) {
      ofTpr[i] = Math.max(ofTpr[i], ofFpr[i]);
    }
    return Optional.of(
        new Disparity(
            larger.key(),
            larger.rate(),
            larger.group(),
            larger.comparedWith(),
            Replicates.interval(larger.estimate().value(), ofTpr)));
  }

  private double[] replicates(Disparity disparity) {
    return find(disparity.group())
        .paired(find(disparity.comparedWith()), disparity.rate(), Sample::difference);
  }

  private Sample find(String group) {
    return groups.stream().filter(one -> one.group().equals(group)).findFirst().orElseThrow();
  }
}
