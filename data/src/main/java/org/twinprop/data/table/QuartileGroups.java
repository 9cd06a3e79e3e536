package org.twinprop.data.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.twinprop.data.GroupColumn;

/** Numbers as groups: by the quarters of the training rows, as far as those differ. */
final class QuartileGroups {
  private static final int QUARTERS = 4;

  private QuartileGroups() {}

  /**
   * @param name of the new column
   * @param values of all rows, NaN where missing
   * @param training rows that the quarters are counted of
   * @param written how a person writes a value
   */
  static GroupColumn of(
      String name, double[] values, int[] training, DoubleFunction<String> written) {
    double[] sorted =
        IntStream.of(training)
            .mapToDouble(row -> values[row])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    Set<Double> cuts = new LinkedHashSet<>();
    for (int quarter = 1; quarter < QUARTERS && sorted.length > 0; quarter++) {
      double cut = sorted[quarter * sorted.length / QUARTERS];
      if (cut > sorted[0]) {
        cuts.add(cut);
      }
    }
    double[] ends = cuts.stream().mapToDouble(Double::doubleValue).toArray();
    List<String> names = names(ends, written);
    return GroupColumn.of(
        name,
        Arrays.stream(values)
            .mapToObj(
                value -> Double.isFinite(value) ? names.get(place(ends, value)) : CellText.MISSING)
            .toList());
  }

  private static int place(double[] ends, double value) {
    int place = 0;
    while (place < ends.length && value >= ends[place]) {
      place++;
    }
    return place;
  }

  /** Numbered, so that they stay in order where names are sorted. */
  private static List<String> names(double[] ends, DoubleFunction<String> written) {
    return IntStream.rangeClosed(0, ends.length)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%d: %s",
                    i + 1,
                    ends.length == 0
                        ? "all"
                        : i == 0
                            ? "below " + written.apply(ends[0])
                            : i == ends.length
                                ? "from " + written.apply(ends[i - 1])
                                : written.apply(ends[i - 1]) + " to " + written.apply(ends[i])))
        .toList();
  }
}
