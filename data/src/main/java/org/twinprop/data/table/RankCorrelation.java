package org.twinprop.data.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation, with mean ranks for equal values (Kendall, Rank Correlation Methods,
 * 1948).
 */
final class RankCorrelation {
  private RankCorrelation() {}

  /** Over some rows of two columns; 0 where one has a single value. */
  static double of(double[] a, double[] b, int[] rows) {
    double[] first = ranks(IntStream.of(rows).mapToDouble(row -> a[row]).toArray());
    double[] second = ranks(IntStream.of(rows).mapToDouble(row -> b[row]).toArray());
    double mean = (rows.length - 1) / 2.0;
    double products = 0;
    double squares1 = 0;
    double squares2 = 0;
    for (int i = 0; i < rows.length; i++) {
      products += (first[i] - mean) * (second[i] - mean);
      squares1 += (first[i] - mean) * (first[i] - mean);
      squares2 += (second[i] - mean) * (second[i] - mean);
    }
    double spread = Math.sqrt(squares1 * squares2);
    return spread == 0 ? 0 : products / spread;
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
