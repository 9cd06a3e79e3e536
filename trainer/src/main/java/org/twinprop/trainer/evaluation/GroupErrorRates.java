package org.twinprop.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.twinprop.data.Examples;

/**
 * The error rate of every group, each with Wilson's 95% interval (Wilson 1927; Brown, Cai, DasGupta
 * 2001, Interval Estimation for a Binomial Proportion, section 3.1.1).
 */
public final class GroupErrorRates {
  /** The column name of the one row that is about everyone. */
  public static final String OVERALL = "overall";

  /** Groups with fewer examples than this are marked. */
  public static final int DEFAULT_MINIMUM = 10;

  private static final double ONE_MINUS_CONFIDENCE = 0.05;

  private GroupErrorRates() {}

  /**
   * First everyone, then each group column's groups in alphabetical order. No group is left out.
   *
   * @param minimum examples below which a group is marked as small
   */
  public static List<GroupErrorRate> of(Predictions predictions, int minimum) {
    List<GroupErrorRate> rates = new ArrayList<>();
    rates.add(rate(predictions.network(), OVERALL, "everyone", tally(predictions), minimum));
    for (String column : predictions.examples().groupColumns()) {
      tallies(predictions, column)
          .forEach(
              (group, tally) ->
                  rates.add(rate(predictions.network(), column, group, tally, minimum)));
    }
    return rates;
  }

  private static Tally tally(Predictions predictions) {
    Tally tally = new Tally();
    for (int row = 0; row < predictions.size(); row++) {
      tally.add(predictions.correct(row));
    }
    return tally;
  }

  private static Map<String, Tally> tallies(Predictions predictions, String column) {
    Examples examples = predictions.examples();
    Map<String, Tally> tallies = new TreeMap<>();
    for (int row = 0; row < predictions.size(); row++) {
      tallies
          .computeIfAbsent(examples.group(column, row), group -> new Tally())
          .add(predictions.correct(row));
    }
    return tallies;
  }

  private static GroupErrorRate rate(
      String network, String column, String group, Tally tally, int minimum) {
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(tally.n()), Math.toIntExact(tally.errors()), ONE_MINUS_CONFIDENCE);
    return new GroupErrorRate(
        network,
        column,
        group,
        tally.n(),
        tally.errors(),
        tally.errorRate(),
        interval.getLowerBound(),
        interval.getUpperBound(),
        tally.n() < minimum);
  }
}
