package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/** Audits predicted classes. */
public final class ClassificationAudit {
  private static final int EVERY_CLASS = -1;
  private static final List<Rate> KINDS_OF_ERROR = List.of(Rate.FNR, Rate.FPR);

  private final List<String> classes;
  private final AuditSettings settings;
  private final int positive;
  private final Map<String, ToDoubleFunction<ConfusionMatrix>> metrics = new LinkedHashMap<>();

  private ClassificationAudit(List<String> classes, AuditSettings settings) {
    this.classes = classes;
    this.settings = settings;
    positive = settings.positive() == null ? EVERY_CLASS : classes.indexOf(settings.positive());
    for (Rate rate : Rate.values()) {
      if (positive != EVERY_CLASS || rate.isOfAllClasses()) {
        metrics.put(rate.key(), matrix -> rate.value(matrix, positive));
      } else if (rate != Rate.SELECTION_RATE) { // whose average is 1 / classes for everyone
        metrics.put(rate.key(), rate::average);
      }
    }
  }

  /**
   * @param tallies with classes in the order of their names
   * @param classes the names; the positive one, where the settings name it, among them
   */
  public static Audit of(
      GroupedTallies<ClassificationTally> tallies, List<String> classes, AuditSettings settings) {
    return new ClassificationAudit(classes, settings).audit(tallies);
  }

  private Audit audit(GroupedTallies<ClassificationTally> tallies) {
    ClassificationTally all = tallies.overall();
    List<ColumnAudit> columns = new ArrayList<>();
    tallies.columns().forEach((column, groups) -> columns.add(column(column, groups, all)));
    return new Audit(
        false,
        classes,
        settings.positive(),
        settings.minimum(),
        settings.seed(),
        metrics(Audit.EVERYONE, all, sample("", Audit.EVERYONE, all)),
        Audit.adjusted(columns));
  }

  private ColumnAudit column(
      String column, Map<String, ClassificationTally> groups, ClassificationTally everyone) {
    List<GroupMetrics> all = new ArrayList<>();
    List<Sample> compared = new ArrayList<>();
    groups.forEach(
        (group, tally) -> {
          Sample sample = sample(column, group, tally);
          all.add(metrics(group, tally, sample));
          if (sample.n() >= settings.minimum()) {
            compared.add(sample);
          }
        });
    List<ColumnComparison.ErrorKind> kinds = new ArrayList<>();
    kinds.add(kind(Rate.ERROR_RATE, groups, everyone));
    if (positive != EVERY_CLASS) {
      KINDS_OF_ERROR.forEach(rate -> kinds.add(kind(rate, groups, everyone)));
    }
    return new ColumnComparison(
            column,
            all,
            compared,
            kinds.get(0).groups(),
            kinds.get(0).overall(),
            false,
            settings,
            kinds)
        .audit();
  }

  /** Groups are large enough for a kind of error if enough examples could show it. */
  private ColumnComparison.ErrorKind kind(
      Rate rate, Map<String, ClassificationTally> groups, ClassificationTally everyone) {
    List<GroupErrors> errors = new ArrayList<>();
    groups.forEach(
        (group, tally) -> {
          if (rate.of(tally.confusion(), positive) >= settings.minimum()) {
            errors.add(GroupErrors.of(group, tally.confusion(), rate, positive));
          }
        });
    return new ColumnComparison.ErrorKind(
        rate.key(), errors, rate.value(everyone.confusion(), positive));
  }

  private Sample sample(String column, String group, ClassificationTally tally) {
    SplittableRandom random = new SplittableRandom(settings.seedOf(column, group));
    return Sample.of(
            group,
            tally.confusion().n(),
            tally.confusion(),
            matrix -> matrix.resampled(random),
            settings.resamples(),
            metrics)
        .withRates(rates(tally.confusion()));
  }

  /** Those metrics that are shares of a number of examples, and no averages. */
  private Map<String, Estimate> rates(ConfusionMatrix confusion) {
    Map<String, Estimate> rates = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      if (positive != EVERY_CLASS || rate.isOfAllClasses()) {
        rates.put(rate.key(), rate.estimate(confusion, positive));
      }
    }
    return rates;
  }

  private GroupMetrics metrics(String group, ClassificationTally tally, Sample sample) {
    ConfusionMatrix confusion = tally.confusion();
    return new GroupMetrics(
        group,
        confusion.n(),
        confusion.n() - confusion.correct(),
        confusion.n() < settings.minimum(),
        estimates(tally, sample),
        positive == EVERY_CLASS ? ofEachClass(confusion) : Map.of(),
        confusion.toArray(),
        tally.calibration().bins(),
        null);
  }

  /** Wilson's interval for a rate, the bootstrap's for an average of rates. */
  private Map<String, Estimate> estimates(ClassificationTally tally, Sample sample) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (String key : metrics.keySet()) {
      Estimate rate = sample.rates().get(key);
      estimates.put(key, rate == null ? sample.estimate(key) : rate);
    }
    if (tally.calibration().brierScore().exists()) {
      estimates.put("brier", tally.calibration().brierScore());
      estimates.put("expected_calibration_error", tally.calibration().expectedCalibrationError());
    }
    return estimates;
  }

  private Map<String, Map<String, Estimate>> ofEachClass(ConfusionMatrix confusion) {
    Map<String, Map<String, Estimate>> all = new LinkedHashMap<>();
    for (int k = 0; k < classes.size(); k++) {
      Map<String, Estimate> rates = new LinkedHashMap<>();
      for (Rate rate : Rate.values()) {
        if (!rate.isOfAllClasses()) {
          rates.put(rate.key(), rate.estimate(confusion, k));
        }
      }
      all.put(classes.get(k), rates);
    }
    return all;
  }
}
