package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.trainer.evaluation.statistics.QuantileSketch;

/**
 * The residuals of a group: their quantiles, and {@value #SAMPLE} examples of it, of which every
 * example has the same chance to be one (Vitter 1985, Random Sampling with a Reservoir, algorithm
 * R). Its size does not grow with the examples.
 */
public final class ResidualTally {
  private static final int SAMPLE = 100;

  private final QuantileSketch sketch = new QuantileSketch();
  private final List<PredictedNumber> sample = new ArrayList<>();
  private final SplittableRandom random;
  private long n;

  /**
   * @param seed of drawing the sample
   */
  public ResidualTally(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Counts one example, of finite numbers. */
  public void add(double target, double prediction) {
    sketch.add(prediction - target);
    n++;
    if (sample.size() < SAMPLE) {
      sample.add(new PredictedNumber(target, prediction));
      return;
    }
    long place = random.nextLong(n);
    if (place < SAMPLE) {
      sample.set((int) place, new PredictedNumber(target, prediction));
    }
  }

  /** Of the examples so far. */
  public Residuals residuals() {
    double[] quantiles = sketch.quantiles(0.05, 0.25, 0.5, 0.75, 0.95);
    List<PredictedNumber> sorted = new ArrayList<>(sample);
    sorted.sort(
        Comparator.comparingDouble(PredictedNumber::target)
            .thenComparingDouble(PredictedNumber::prediction));
    return new Residuals(
        quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4], sorted);
  }
}
