package org.twinprop.trainer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileSketchTest {
  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private static QuantileSketch of(double... values) {
    QuantileSketch sketch = new QuantileSketch();
    Arrays.stream(values).forEach(sketch::add);
    return sketch;
  }

  /** Values of numpy.quantile, NumPy 2.4.6. */
  @Test
  void quantilesOfFewNumbersAreThoseOfNumpy() {
    assertArrayEquals(
        new double[] {-6.3, -4.2, 2.5, 3.6, 8.55},
        of(3, -7, 2, 11, 4, -5, -3, 3).quantiles(0.05, 0.2, 0.5, 0.8, 0.95),
        1e-12);
  }

  @Test
  void nothingHasNoQuantiles() {
    assertTrue(Double.isNaN(of().quantiles(0.5)[0]));
    assertEquals(4, of(4).quantiles(0.95)[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 200_000})
  void ranksAreRightToHalfAPercent(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] values = random.doubles(n).map(u -> Math.pow(u, 8) * 1e6 - 3).toArray();
    double[] quantiles = of(values).quantiles(SHARES);
    for (int i = 0; i < SHARES.length; i++) {
      double quantile = quantiles[i];
      double rank = (double) Arrays.stream(values).filter(value -> value < quantile).count() / n;
      assertEquals(SHARES[i], rank, 0.005);
    }
  }

  @Test
  void numbersThatAreAllAlikeHaveThatNumberAtEveryQuantile() {
    double[] same = new double[50_000];
    Arrays.fill(same, -2.5);
    assertArrayEquals(new double[] {-2.5, -2.5, -2.5, -2.5, -2.5}, of(same).quantiles(SHARES));
  }

  @Test
  void sameNumbersSameQuantilesToTheLastDigit() {
    double[] values = new SplittableRandom(3).ints(30_000, 0, 50).asDoubleStream().toArray();
    assertArrayEquals(of(values).quantiles(SHARES), of(values).quantiles(SHARES));
  }
}
