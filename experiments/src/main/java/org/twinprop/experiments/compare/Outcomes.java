package org.twinprop.experiments.compare;

import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.trainer.evaluation.group.Residuals;
import org.twinprop.trainer.evaluation.statistics.CountSampler;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.McNemar;
import org.twinprop.trainer.evaluation.statistics.Replicates;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * What is counted of a group while several predictions for the same examples go by: how many
 * examples each set of them got right. A set is a bit for each prediction.
 */
final class Outcomes implements ComparedTally {
  private static final int RESAMPLES = 2_000;

  private final long[] counts;

  Outcomes(int predictions) {
    counts = new long[1 << predictions];
  }

  void add(int right) {
    counts[right]++;
  }

  @Override
  public long n() {
    long n = 0;
    for (long count : counts) {
      n += count;
    }
    return n;
  }

  /** Examples that a prediction got wrong. */
  long errors(int prediction) {
    long errors = 0;
    for (int right = 0; right < counts.length; right++) {
      errors += (right >> prediction & 1) == 0 ? counts[right] : 0;
    }
    return errors;
  }

  /** Examples that one got right and the other wrong. */
  long only(int one, int other) {
    long only = 0;
    for (int right = 0; right < counts.length; right++) {
      only += (right >> one & 1) == 1 && (right >> other & 1) == 0 ? counts[right] : 0;
    }
    return only;
  }

  @Override
  public Estimate value(int prediction) {
    return Wilson.rate(errors(prediction), n());
  }

  @Override
  public List<Residuals> residuals() {
    return List.of();
  }

  /** Only examples that one gets right and the other wrong make a difference. */
  @Override
  public Difference difference(int prediction, long seed) {
    long lost = only(0, prediction);
    long gained = only(prediction, 0);
    SplittableRandom random = new SplittableRandom(seed);
    int n = Math.toIntExact(n());
    double[] replicates = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int drawnLost = CountSampler.binomial(random, n, (double) lost / n);
      double gainedOfOthers = n == lost ? 0 : (double) gained / (n - lost);
      int drawnGained = CountSampler.binomial(random, n - drawnLost, gainedOfOthers);
      replicates[i] = (double) (drawnLost - drawnGained) / n;
    }
    return new Difference(
        Replicates.interval((double) (lost - gained) / n, replicates), McNemar.test(gained, lost));
  }
}
