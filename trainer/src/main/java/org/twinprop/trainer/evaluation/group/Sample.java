package org.twinprop.trainer.evaluation.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Replicates;

/**
 * A group as it was observed and as it came out in each resample. Groups are resampled each by
 * itself, so that none vanishes and any two can be compared.
 *
 * @param group its name
 * @param n examples in it
 * @param values by the key of a metric
 * @param replicates by the key of a metric, one for each resample
 */
record Sample(String group, long n, Map<String, Double> values, Map<String, double[]> replicates) {

  /**
   * @param observed the tally of the group
   * @param resample makes the tally of a resample
   * @param resamples how often
   * @param metrics by key, how each follows from a tally
   */
  static <T> Sample of(
      String group,
      long n,
      T observed,
      Function<T, T> resample,
      int resamples,
      Map<String, ToDoubleFunction<T>> metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, double[]> replicates = new LinkedHashMap<>();
    metrics.forEach(
        (key, metric) -> {
          values.put(key, metric.applyAsDouble(observed));
          replicates.put(key, new double[resamples]);
        });
    for (int i = 0; i < resamples; i++) {
      T drawn = resample.apply(observed);
      for (Map.Entry<String, ToDoubleFunction<T>> metric : metrics.entrySet()) {
        replicates.get(metric.getKey())[i] = metric.getValue().applyAsDouble(drawn);
      }
    }
    return new Sample(group, n, values, replicates);
  }

  Set<String> keys() {
    return values.keySet();
  }

  double value(String key) {
    return values.get(key);
  }

  /** With the percentile interval. */
  Estimate estimate(String key) {
    return Replicates.interval(value(key), replicates.get(key));
  }

  /** The difference from another group, or the ratio to it, as observed and in each resample. */
  Estimate against(Sample other, String key, DoubleBinaryOperator comparison) {
    return Replicates.interval(
        comparison.applyAsDouble(value(key), other.value(key)), paired(other, key, comparison));
  }

  double[] paired(Sample other, String key, DoubleBinaryOperator comparison) {
    double[] these = replicates.get(key);
    double[] those = other.replicates.get(key);
    double[] compared = new double[these.length];
    for (int i = 0; i < compared.length; i++) {
      compared[i] = comparison.applyAsDouble(these[i], those[i]);
    }
    return compared;
  }

  static double difference(double one, double other) {
    return one - other;
  }

  /** NaN where the other is 0. */
  static double ratio(double one, double other) {
    return other == 0 ? Double.NaN : one / other;
  }
}
