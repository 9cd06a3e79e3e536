package org.twinprop.experiments.compare;

import org.twinprop.experiments.audit.Classes;
import org.twinprop.trainer.evaluation.group.ConfusionMatrix;

/**
 * The classes of one table that is compared, so that labels and predictions which are written in
 * two ways are refused and not counted as mistakes.
 *
 * @param classes of its labels and predictions
 * @param confusion how often each was taken for each
 */
record SeenClasses(Classes classes, ConfusionMatrix confusion) {
  private static final int MOST = 2_000;

  static SeenClasses of(PredictionFile file) {
    return new SeenClasses(
        new Classes(file.file(), file.label(), file.prediction(), MOST), new ConfusionMatrix(2));
  }

  void add(String label, String prediction) {
    confusion.add(classes.number(label), classes.number(prediction));
  }

  void refuseWhatCannotBeMeant() {
    classes.notes(confusion);
  }
}
