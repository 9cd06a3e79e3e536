package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * The shares that a confusion matrix tells, for one class k against all others (Fawcett 2006, An
 * Introduction to ROC Analysis, section 2).
 */
public enum Rate {
  /** Of all examples, those that were classified right. */
  ACCURACY("accuracy", (m, k) -> m.correct(), (m, k) -> m.n()),
  /** Of all examples, those that were classified wrong. */
  ERROR_RATE("error_rate", (m, k) -> m.n() - m.correct(), (m, k) -> m.n()),
  /** Of all examples, those that were predicted to be k. */
  SELECTION_RATE("selection_rate", ConfusionMatrix::predicted, (m, k) -> m.n()),
  /** Of the examples that are k, those predicted so: true positives, recall. */
  TPR("tpr", (m, k) -> m.count(k, k), ConfusionMatrix::labelled),
  /** Of the examples that are not k, those predicted to be: false positives. */
  FPR("fpr", (m, k) -> m.predicted(k) - m.count(k, k), (m, k) -> m.n() - m.labelled(k)),
  /** Of the examples that are not k, those predicted not to be: true negatives. */
  TNR("tnr", Rate::trueNegatives, (m, k) -> m.n() - m.labelled(k)),
  /** Of the examples that are k, those predicted not to be: false negatives. */
  FNR("fnr", (m, k) -> m.labelled(k) - m.count(k, k), ConfusionMatrix::labelled),
  /** Of the examples predicted to be k, those that are. */
  PRECISION("precision", (m, k) -> m.count(k, k), ConfusionMatrix::predicted);

  /** A count of a matrix, given a class. */
  private interface Count {
    long of(ConfusionMatrix matrix, int k);
  }

  private final String key;
  private final Count numerator;
  private final Count denominator;

  Rate(String key, Count numerator, Count denominator) {
    this.key = key;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  private static long trueNegatives(ConfusionMatrix m, int k) {
    return m.n() - m.labelled(k) - m.predicted(k) + m.count(k, k);
  }

  /** Its name in CSV and JSON. */
  public String key() {
    return key;
  }

  /** Whether it is about all classes at once. */
  boolean isOfAllClasses() {
    return this == ACCURACY || this == ERROR_RATE;
  }

  /** How many it counts. */
  long count(ConfusionMatrix matrix, int k) {
    return numerator.of(matrix, k);
  }

  /** Of how many it is a share. */
  long of(ConfusionMatrix matrix, int k) {
    return denominator.of(matrix, k);
  }

  /** NaN where there is nobody to take the share of. */
  double value(ConfusionMatrix matrix, int k) {
    long of = denominator.of(matrix, k);
    return of == 0 ? Double.NaN : (double) numerator.of(matrix, k) / of;
  }

  /** With Wilson's interval. */
  Estimate estimate(ConfusionMatrix matrix, int k) {
    return Wilson.rate(numerator.of(matrix, k), denominator.of(matrix, k));
  }

  /** The mean over those classes that have it, each counting the same ("macro average"). */
  double average(ConfusionMatrix matrix) {
    double sum = 0;
    int classes = 0;
    for (int k = 0; k < matrix.classes(); k++) {
      double value = value(matrix, k);
      if (!Double.isNaN(value)) {
        sum += value;
        classes++;
      }
    }
    return classes == 0 ? Double.NaN : sum / classes;
  }
}
