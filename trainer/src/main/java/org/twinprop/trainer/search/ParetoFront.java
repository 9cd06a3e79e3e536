package org.twinprop.trainer.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Those of which no other is better in both of two measures: at least as small in both, and smaller
 * in one (Deb, Multi-Objective Optimization using Evolutionary Algorithms, 2001, section 2.4).
 */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * @param all of which those without a number in a measure are not looked at
   * @param first one measure
   * @param second the other
   * @return from the smallest first measure to the smallest second; equals are all on it
   */
  public static <T> List<T> of(List<T> all, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
    List<T> measured =
        all.stream()
            .filter(one -> Double.isFinite(first.applyAsDouble(one)))
            .filter(one -> Double.isFinite(second.applyAsDouble(one)))
            .toList();
    return measured.stream()
        .filter(one -> measured.stream().noneMatch(other -> dominates(other, one, first, second)))
        .sorted(Comparator.comparingDouble(first).thenComparingDouble(second))
        .toList();
  }

  private static <T> boolean dominates(
      T one, T other, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
    double a = first.applyAsDouble(one);
    double b = first.applyAsDouble(other);
    double c = second.applyAsDouble(one);
    double d = second.applyAsDouble(other);
    return a <= b && c <= d && (a < b || c < d);
  }
}
