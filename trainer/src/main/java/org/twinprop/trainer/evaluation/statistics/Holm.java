package org.twinprop.trainer.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction of several tests made at once: with it, the chance that any of them finds what
 * is not there stays at 5% (Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure).
 */
public final class Holm {
  private Holm() {}

  /**
   * @param pValues of the tests; NaN for one that could not be made, which then does not count
   * @return the adjusted p-values, in the same order
   */
  public static double[] adjusted(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, (order.length - rank) * pValues[order[rank]]);
      adjusted[order[rank]] = Math.min(1, largest);
    }
    return adjusted;
  }
}
