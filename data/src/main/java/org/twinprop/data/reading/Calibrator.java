package org.twinprop.data.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.pen.Chance;

/** Finds out how much a classifier's readings of amounts can be trusted. */
public final class Calibrator {
  private Calibrator() {}

  /**
   * Reads made amounts, moderately damaged, and fits a calibration to which of them are right.
   *
   * @param writers of the amounts, whom the classifier must not have learned from
   * @param count how many amounts
   * @param seed of the amounts
   */
  public static Calibration fit(
      DigitClassifier classifier, CheckWriters writers, int count, long seed) {
    CheckRenderer renderer = new CheckRenderer(writers, Damage.MODERATE);
    AmountReader reader = new AmountReader(classifier, Calibration.NONE);
    List<Trial> trials =
        IntStream.range(0, count)
            .mapToObj(i -> trial(reader, renderer.renderAmount(seed, i), Chance.of(seed, ~i)))
            .flatMap(Optional::stream)
            .toList();
    return trials.isEmpty() ? Calibration.NONE : fit(trials);
  }

  /** An amount that was read. */
  private record Trial(double[] features, boolean right) {}

  private static Optional<Trial> trial(AmountReader reader, RenderedCheck check, Chance chance) {
    return reader
        .read(CheckPart.of(check, chance).ink(), CheckReader.SCALE)
        .map(
            read ->
                new Trial(read.evidence().features(), read.cents() == check.truth().amountCents()));
  }

  private static Calibration fit(List<Trial> trials) {
    boolean[] right = new boolean[trials.size()];
    int wrong = 0;
    for (int i = 0; i < right.length; i++) {
      right[i] = trials.get(i).right();
      wrong += right[i] ? 0 : 1;
    }
    LogisticRegression fit =
        LogisticRegression.of(trials.stream().map(Trial::features).toList(), right);
    return new Calibration(
        fit.intercept(), Arrays.stream(fit.weights()).boxed().toList(), right.length, wrong);
  }
}
