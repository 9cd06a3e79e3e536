package org.twinprop.experiments.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one thing.
 *
 * @param title of it
 * @param unit what was done, in the plural
 * @param note how it was measured
 * @param varied what varies between figures of the same contestant; empty if nothing does
 * @param figures of each contestant, ours first
 * @param missing peers that were not there, a sentence each
 */
public record Measurement(
    String title,
    String unit,
    String note,
    String varied,
    List<ContestantFigures> figures,
    List<String> missing) {
  /** Keeps unmodifiable copies, with the ratios to the best of ours, whose are the first. */
  public Measurement {
    figures = withRatios(figures);
    missing = List.copyOf(missing);
  }

  private static List<ContestantFigures> withRatios(List<ContestantFigures> figures) {
    return figures.stream().map(one -> one.against(best(figures, one.size()))).toList();
  }

  private static double best(List<ContestantFigures> figures, long size) {
    return figures.stream()
        .filter(one -> isOurs(figures, one) && one.size() == size)
        .mapToDouble(ContestantFigures::median)
        .max()
        .orElse(Double.NaN);
  }

  private static boolean isOurs(List<ContestantFigures> figures, ContestantFigures one) {
    return one.contestant().equals(figures.get(0).contestant());
  }

  /** Whether figures are of our own. */
  boolean isOurs(ContestantFigures one) {
    return isOurs(figures, one);
  }

  /** The fastest of each software, ours left out; none where something varies. */
  List<ContestantFigures> bestOfOthers() {
    Map<String, ContestantFigures> best = new LinkedHashMap<>();
    if (varied.isEmpty()) {
      figures.stream()
          .filter(one -> !isOurs(one))
          .sorted(Comparator.comparingDouble(one -> -one.median()))
          .forEach(one -> best.putIfAbsent(one.software(), one));
    }
    return List.copyOf(best.values());
  }
}
