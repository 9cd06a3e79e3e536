package org.twinprop.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.AuditSettings;
import org.twinprop.trainer.evaluation.group.ClassificationTally;
import org.twinprop.trainer.evaluation.group.ConfusionMatrix;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/** The error rate of every group, each with Wilson's 95% interval. */
public final class GroupErrorRates {
  /** The column name of the one row that is about everyone. */
  public static final String OVERALL = "overall";

  /** Groups with fewer examples than this are marked. */
  public static final int DEFAULT_MINIMUM = AuditSettings.DEFAULT_MINIMUM;

  private GroupErrorRates() {}

  /**
   * First everyone, then each group column's groups in alphabetical order. No group is left out.
   *
   * @param minimum examples below which a group is marked as small
   */
  public static List<GroupErrorRate> of(Predictions predictions, int minimum) {
    GroupedTallies<ClassificationTally> tallies = PredictionsAudit.tallies(predictions);
    List<GroupErrorRate> rates = new ArrayList<>();
    String network = predictions.network();
    rates.add(rate(network, OVERALL, Audit.EVERYONE, tallies.overall().confusion(), minimum));
    tallies
        .columns()
        .forEach(
            (column, groups) ->
                groups.forEach(
                    (group, tally) ->
                        rates.add(rate(network, column, group, tally.confusion(), minimum))));
    return rates;
  }

  private static GroupErrorRate rate(
      String network, String column, String group, ConfusionMatrix confusion, int minimum) {
    long n = confusion.n();
    long errors = n - confusion.correct();
    Estimate rate = Wilson.rate(errors, n);
    return new GroupErrorRate(
        network, column, group, n, errors, rate.value(), rate.low(), rate.high(), n < minimum);
  }
}
