package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** Audits predicted numbers. */
public final class RegressionAudit {
  private final AuditSettings settings;

  private RegressionAudit(AuditSettings settings) {
    this.settings = settings;
  }

  /** Each metric has a bootstrap interval. */
  public static Audit of(GroupedTallies<RegressionTally> tallies, AuditSettings settings) {
    return new RegressionAudit(settings).audit(tallies);
  }

  private Audit audit(GroupedTallies<RegressionTally> tallies) {
    RegressionTally all = tallies.overall();
    List<ColumnAudit> columns = new ArrayList<>();
    tallies
        .columns()
        .forEach(
            (column, groups) ->
                columns.add(column(column, groups, all.sums().meanAbsoluteError())));
    return new Audit(
        true,
        List.of(),
        null,
        settings.minimum(),
        settings.seed(),
        metrics(sample("", Audit.EVERYONE, all), all),
        Audit.adjusted(columns));
  }

  private ColumnAudit column(String column, Map<String, RegressionTally> groups, double overall) {
    List<GroupMetrics> all = new ArrayList<>();
    List<Sample> compared = new ArrayList<>();
    List<GroupErrors> errors = new ArrayList<>();
    List<GroupErrors> biases = new ArrayList<>();
    groups.forEach(
        (group, tally) -> {
          Sample sample = sample(column, group, tally);
          all.add(metrics(sample, tally));
          if (sample.n() >= settings.minimum()) {
            compared.add(sample);
            errors.add(GroupErrors.of(group, tally, RegressionMetric.MAE));
            biases.add(GroupErrors.of(group, tally, RegressionMetric.BIAS));
          }
        });
    List<ColumnComparison.ErrorKind> kinds =
        List.of(
            new ColumnComparison.ErrorKind(RegressionMetric.MAE.key(), errors, overall),
            new ColumnComparison.ErrorKind(RegressionMetric.BIAS.key(), biases, overall));
    return new ColumnComparison(column, all, compared, errors, overall, true, settings, kinds)
        .audit();
  }

  private Sample sample(String column, String group, RegressionTally tally) {
    SplittableRandom random = new SplittableRandom(settings.seedOf(column, group));
    Map<String, ToDoubleFunction<ErrorSums>> metrics = new LinkedHashMap<>();
    for (RegressionMetric metric : RegressionMetric.values()) {
      metrics.put(metric.key(), metric::value);
    }
    return Sample.of(
        group,
        tally.n(),
        tally.sums(),
        sums -> tally.resampled(random),
        settings.resamples(),
        metrics);
  }

  private GroupMetrics metrics(Sample sample, RegressionTally tally) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    sample.keys().forEach(key -> estimates.put(key, sample.estimate(key)));
    return new GroupMetrics(
        sample.group(),
        sample.n(),
        null,
        sample.n() < settings.minimum(),
        estimates,
        Map.of(),
        null,
        List.of(),
        tally.residuals());
  }
}
