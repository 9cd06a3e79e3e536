package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Whether errors are independent of groups: Pearson's chi-square test; where a cell of the table
 * expects fewer than five (Cochran 1954), Fisher's exact test of two groups, and of more the same
 * idea by simulation: random tables with the margins of the observed one (Patefield 1981).
 */
public final class ErrorIndependence {
  /** The smallest possible p-value by simulation is 1 / (this + 1). */
  public static final int TABLES = 9_999;

  private static final double LEAST_EXPECTED = 5;

  private ErrorIndependence() {}

  /**
   * @param errors of each group
   * @param n examples of each group, at least 1
   * @param seed of the simulation, where one is needed
   * @return {@link Significance#NONE} for fewer than two groups, or if none or all are errors
   */
  public static Significance test(long[] errors, long[] n, long seed) {
    long allErrors = Arrays.stream(errors).sum();
    long all = Arrays.stream(n).sum();
    if (n.length < 2 || allErrors == 0 || allErrors == all) {
      return Significance.NONE;
    }
    double rarer = Math.min(allErrors, all - allErrors) / (double) all;
    if (Arrays.stream(n).min().orElseThrow() * rarer >= LEAST_EXPECTED) {
      SignificanceResult result = ChiSquareTest.withDefaults().test(table(errors, n));
      return new Significance("chi-square", result.getStatistic(), result.getPValue());
    }
    return n.length == 2 ? fisher(errors, n) : simulated(errors, n, seed);
  }

  private static long[][] table(long[] errors, long[] n) {
    long[][] table = new long[errors.length][];
    for (int i = 0; i < table.length; i++) {
      table[i] = new long[] {errors[i], n[i] - errors[i]};
    }
    return table;
  }

  private static Significance fisher(long[] errors, long[] n) {
    int[][] table = new int[2][];
    for (int i = 0; i < 2; i++) {
      table[i] = new int[] {Math.toIntExact(errors[i]), Math.toIntExact(n[i] - errors[i])};
    }
    double pValue = FisherExactTest.withDefaults().test(table).getPValue();
    return new Significance("Fisher's exact", Double.NaN, pValue);
  }

  private static Significance simulated(long[] errors, long[] n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double observed = chiSquare(errors, n);
    int asLarge = 1; // the observed table is one of the possible ones
    for (int i = 0; i < TABLES; i++) {
      // a rounding error must not decide whether an equal statistic counts
      asLarge += chiSquare(dealt(errors, n, random), n) >= observed * (1 - 1e-12) ? 1 : 0;
    }
    return new Significance("exact by simulation", observed, asLarge / (TABLES + 1.0));
  }

  /** The same errors, dealt to the groups at random. */
  private static long[] dealt(long[] errors, long[] n, SplittableRandom random) {
    int errorsLeft = Math.toIntExact(Arrays.stream(errors).sum());
    int left = Math.toIntExact(Arrays.stream(n).sum());
    long[] dealt = new long[n.length];
    for (int i = 0; i < n.length; i++) {
      int size = Math.toIntExact(n[i]);
      dealt[i] = CountSampler.hypergeometric(random, left, errorsLeft, size);
      errorsLeft -= (int) dealt[i];
      left -= size;
    }
    return dealt;
  }

  private static double chiSquare(long[] errors, long[] n) {
    double overall = (double) Arrays.stream(errors).sum() / Arrays.stream(n).sum();
    double statistic = 0;
    for (int i = 0; i < n.length; i++) {
      double expected = overall * n[i];
      statistic += Math.pow(errors[i] - expected, 2) / (expected * (1 - overall));
    }
    return statistic;
  }
}
