package org.twinprop.trainer.evaluation.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Newcombe;
import org.twinprop.trainer.evaluation.statistics.Replicates;

/**
 * A group as it was observed and as it came out in each resample. Groups are resampled each by
 * itself, so that none vanishes and any two can be compared.
 *
 * @param group its name
 * @param n examples in it
 * @param values by the key of a metric
 * @param replicates by the key of a metric, one for each resample
 * @param rates by the key of those metrics that are plain rates: with Wilson's interval
 */
record Sample(
    String group,
    long n,
    Map<String, Double> values,
    Map<String, double[]> replicates,
    Map<String, Estimate> rates) {

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
    return new Sample(group, n, values, replicates, Map.of());
  }

  /** The same, where some metrics are plain rates. */
  Sample withRates(Map<String, Estimate> rates) {
    return new Sample(group, n, values, replicates, Map.copyOf(rates));
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

  /**
   * The difference from another group: Newcombe's interval for plain rates, else the bootstrap's.
   */
  Estimate minus(Sample other, String key) {
    if (rates.containsKey(key) && other.rates.containsKey(key)) {
      return Newcombe.independent(rates.get(key), other.rates.get(key));
    }
    return Replicates.interval(
        value(key) - other.value(key), paired(other, key, Sample::difference));
  }

  /**
   * The ratio to another group, with the bootstrap's interval; without one where the metric of
   * either cannot vary from draw to draw, because nobody is counted in it or everybody.
   */
  Estimate over(Sample other, String key) {
    double ratio = ratio(value(key), other.value(key));
    if (Replicates.isConstant(replicates.get(key))
        || Replicates.isConstant(other.replicates.get(key))) {
      return new Estimate(ratio, Double.NaN, Double.NaN);
    }
    return Replicates.interval(ratio, paired(other, key, Sample::ratio));
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
