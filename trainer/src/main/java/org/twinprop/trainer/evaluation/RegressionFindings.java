package org.twinprop.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.TargetScale;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.PairTest;
import org.twinprop.trainer.evaluation.group.RegressionMetric;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * What a regression found, in sentences that need no statistics to be read, in the unit of the
 * target.
 *
 * @param predictions of each network for the same examples, the hand-written one first
 * @param audits of each, by its name
 * @param columns the group columns to compare, in order
 * @param unit the group column whose values are resampled whole, if there is one
 * @param seed of the resampling
 */
public record RegressionFindings(
    List<Predictions> predictions,
    Map<String, Audit> audits,
    List<String> columns,
    Optional<String> unit,
    long seed) {
  /** What the linear regression beside a network is called in files. */
  public static final String LINEAR = "linear";

  /** All sentences, the most important first. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    predictions.forEach(one -> sentences.add(overall(one)));
    Predictions first = predictions.get(0);
    predictions.stream()
        .skip(1)
        .filter(one -> one.network().equals(LINEAR))
        .forEach(line -> sentences.add(against(first, line)));
    Audit audit = audits.get(first.network());
    for (String column : columns) {
      audit.columns().stream()
          .filter(one -> one.column().equals(column) && one.isCompared())
          .forEach(one -> sentences.addAll(groups(one)));
    }
    return sentences;
  }

  private String overall(Predictions predictions) {
    GroupMetrics all = audits.get(predictions.network()).overall();
    Estimate error = all.metric(RegressionMetric.MAE.key());
    Estimate explained = all.metric(RegressionMetric.R2.key());
    String share =
        explained.value() > 0
            ? String.format(
                Locale.ROOT, " It explains %.0f%% of how they vary.", 100 * explained.value())
            : "";
    return "%s is off by %s on average (95%% interval %s to %s).%s"
        .formatted(
            subject(predictions.network(), true),
            written(error.value()),
            written(error.low()),
            written(error.high()),
            share);
  }

  private String against(Predictions network, Predictions line) {
    ErrorDifference result = ErrorDifference.of(network, line, unit, seed);
    Estimate difference = result.difference();
    boolean nearer = difference.value() <= 0;
    return "On the same examples %s is %s %s the truth than %s, on average (95%% interval %s to %s, by a paired bootstrap of %,d %s): %s"
        .formatted(
            subject(network.network(), false),
            written(Math.abs(difference.value())),
            nearer ? "nearer to" : "farther from",
            subject(line.network(), false),
            written(nearer ? -difference.high() : difference.low()),
            written(nearer ? -difference.low() : difference.high()),
            result.units(),
            unit.map(RegressionFindings::unitsOf).orElse("examples"),
            result.pValue() < 0.05
                ? "chance is not a likely explanation."
                : "this could well be chance.");
  }

  private List<String> groups(ColumnAudit column) {
    GroupMetrics worst = column.group(column.worst());
    GroupMetrics best = column.group(column.best());
    double most = worst.metric(RegressionMetric.MAE.key()).value();
    double least = best.metric(RegressionMetric.MAE.key()).value();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "By %s, it is off most about the group '%s' (%s on average, %s) and least about '%s' (%s, %s). %s"
            .formatted(
                column.column(),
                worst.group(),
                written(most),
                bias(worst),
                best.group(),
                written(least),
                bias(best),
                chance(column.test())));
    column.tests().stream()
        .skip(1)
        .filter(ColumnTest::found)
        .forEach(test -> sentences.add(bias(column, test)));
    return sentences;
  }

  /** Where groups differ in whether predictions are too high or too low. */
  private String bias(ColumnAudit column, ColumnTest test) {
    Optional<PairTest> pair = test.shownPair();
    String one = pair.map(PairTest::group).orElse(test.highest());
    String other = pair.map(PairTest::comparedWith).orElse(test.lowest());
    return "By %s, it is %s about the group '%s' and %s about '%s', on average. %s"
        .formatted(
            column.column(),
            onAverage(column.group(one)),
            one,
            onAverage(column.group(other)),
            other,
            chance(test));
  }

  private String onAverage(GroupMetrics group) {
    double bias = group.metric(RegressionMetric.BIAS.key()).value();
    return "%s too %s".formatted(written(Math.abs(bias)), bias > 0 ? "high" : "low");
  }

  private String bias(GroupMetrics group) {
    Estimate bias = group.metric(RegressionMetric.BIAS.key());
    if (!bias.excludes(0)) {
      return "not shown to be too high or too low";
    }
    return "%s too %s"
        .formatted(written(Math.abs(bias.value())), bias.value() > 0 ? "high" : "low");
  }

  private static String chance(ColumnTest test) {
    double pValue = test.adjustedPValue();
    if (Double.isNaN(pValue)) {
      return "Whether that is chance could not be tested.";
    }
    String p = pValue < 1e-4 ? "p below 0.0001" : String.format(Locale.ROOT, "p = %.4f", pValue);
    return test.found()
        ? "Chance is not a likely explanation (%s).".formatted(p)
        : "This could well be chance (%s). That no difference was shown does not mean there is none."
            .formatted(p);
  }

  private static String subject(String network, boolean first) {
    String the = first ? "The " : "the ";
    return the + Findings.displayName(network) + (network.equals(LINEAR) ? "" : " network");
  }

  /** {@code buildings} of a column {@code building_id}. */
  public static String unitsOf(String column) {
    return plural(unitOf(column));
  }

  /** What a person calls one of them. */
  public static String unitOf(String column) {
    return column.replaceFirst("(?<=.)[_ ](?i:id)$|(?<=[a-z])I[dD]$", "").replace('_', ' ');
  }

  private static String plural(String noun) {
    return noun.matches(".*[^aeiou]y") ? noun.replaceFirst("y$", "ies") : noun + "s";
  }

  private String written(double value) {
    TargetScale scale = predictions.get(0).examples().targetScale();
    return scale.written(value);
  }
}
