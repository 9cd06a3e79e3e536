package org.twinprop.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;

/**
 * The gap between the groups of one column, and whether it could be chance.
 *
 * <p>Digits of one writer are alike: a writer with an odd seven fails many times. So the unit that
 * chance deals with is the writer, not the digit. Both figures resample writers whole:
 *
 * <ul>
 *   <li>the interval is a percentile bootstrap that draws writers with replacement within each
 *       group (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, sections 8.4 and
 *       13.3);
 *   <li>the test asks how often the groups would differ this much if they meant nothing: it deals
 *       the groups' names to the writers at random and counts how often Pearson's chi-square of
 *       error by group is at least as large (a permutation test; the same book, chapter 15).
 * </ul>
 *
 * @param column the kind of group
 * @param highest the group with the highest error rate
 * @param highestRate its error rate
 * @param lowest the group with the lowest
 * @param lowestRate its error rate
 * @param low lower end of the 95% interval of their difference
 * @param high upper end
 * @param pValue share of random regroupings with at least this much difference
 * @param units how many writers (or examples) were resampled; where a writer is in several groups,
 *     each writer's share of a group counts by itself
 * @param unit what they are, in the plural: {@code writers}, {@code examples}, or {@code writers'
 *     shares of a group}
 */
public record ErrorGap(
    String column,
    String highest,
    double highestRate,
    String lowest,
    double lowestRate,
    double low,
    double high,
    double pValue,
    int units,
    String unit) {

  /** How often writers are drawn or regrouped. The smallest possible p-value is 1 / (this + 1). */
  public static final int RESAMPLES = 9_999;

  /**
   * The gap of one column, over its groups that are not small.
   *
   * @param unitColumn whose values are resampled whole, such as {@code writer}; examples are, where
   *     there is no such column
   * @param minimum examples below which a group is left out of the comparison
   * @param seed of the resampling
   * @return null if fewer than two groups are large enough
   */
  public static ErrorGap of(
      Predictions predictions, String column, String unitColumn, int minimum, long seed) {
    boolean units = predictions.examples().groupColumns().contains(unitColumn);
    Map<String, List<Tally>> groups = groups(predictions, column, units ? unitColumn : null);
    groups.values().removeIf(tallies -> total(tallies).n() < minimum);
    if (groups.size() < 2) {
      return null;
    }
    Comparator<Map.Entry<String, List<Tally>>> byRate =
        Comparator.comparingDouble(entry -> total(entry.getValue()).errorRate());
    Map.Entry<String, List<Tally>> highest = groups.entrySet().stream().max(byRate).orElseThrow();
    Map.Entry<String, List<Tally>> lowest = groups.entrySet().stream().min(byRate).orElseThrow();
    double[] gaps = bootstrap(highest.getValue(), lowest.getValue(), new SplittableRandom(seed));
    return new ErrorGap(
        column,
        highest.getKey(),
        total(highest.getValue()).errorRate(),
        lowest.getKey(),
        total(lowest.getValue()).errorRate(),
        gaps[(int) Math.round(0.025 * (gaps.length - 1))],
        gaps[(int) Math.round(0.975 * (gaps.length - 1))],
        permutationTest(new ArrayList<>(groups.values()), new SplittableRandom(~seed)),
        groups.values().stream().mapToInt(List::size).sum(),
        units ? unitName(predictions, unitColumn, groups) : "examples");
  }

  private static String unitName(
      Predictions predictions, String unitColumn, Map<String, List<Tally>> groups) {
    Examples examples = predictions.examples();
    long distinct =
        IntStream.range(0, examples.size())
            .mapToObj(row -> examples.group(unitColumn, row))
            .distinct()
            .count();
    boolean inOneGroupEach = groups.values().stream().mapToInt(List::size).sum() <= distinct;
    return inOneGroupEach ? unitColumn + "s" : unitColumn + "s' shares of a group";
  }

  /** The difference of the error rates. */
  public double gap() {
    return highestRate - lowestRate;
  }

  /** Group name to the tallies of its units. */
  private static Map<String, List<Tally>> groups(
      Predictions predictions, String column, String unitColumn) {
    Examples examples = predictions.examples();
    Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    for (int row = 0; row < predictions.size(); row++) {
      String unit = unitColumn == null ? Integer.toString(row) : examples.group(unitColumn, row);
      tallies
          .computeIfAbsent(examples.group(column, row), group -> new LinkedHashMap<>())
          .computeIfAbsent(unit, name -> new Tally())
          .add(predictions.correct(row));
    }
    Map<String, List<Tally>> groups = new TreeMap<>();
    tallies.forEach((group, units) -> groups.put(group, List.copyOf(units.values())));
    return groups;
  }

  private static Tally total(List<Tally> tallies) {
    Tally total = new Tally();
    tallies.forEach(total::add);
    return total;
  }

  private static double[] bootstrap(List<Tally> one, List<Tally> other, SplittableRandom random) {
    double[] gaps = new double[RESAMPLES];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = total(drawn(one, random)).errorRate() - total(drawn(other, random)).errorRate();
    }
    Arrays.sort(gaps);
    return gaps;
  }

  private static List<Tally> drawn(List<Tally> units, SplittableRandom random) {
    List<Tally> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }

  private static double permutationTest(List<List<Tally>> groups, SplittableRandom random) {
    Tally[] units = groups.stream().flatMap(List::stream).toArray(Tally[]::new);
    int[] sizes = groups.stream().mapToInt(List::size).toArray();
    double observed = chiSquare(units, sizes);
    int asLarge = 1; // the observed grouping is one of the possible ones
    for (int i = 0; i < RESAMPLES; i++) {
      shuffle(units, random);
      // a rounding error must not decide whether an equal statistic counts
      asLarge += chiSquare(units, sizes) >= observed * (1 - 1e-12) ? 1 : 0;
    }
    return asLarge / (RESAMPLES + 1.0);
  }

  /** Pearson's chi-square of error by group; the first sizes[0] units are the first group. */
  private static double chiSquare(Tally[] units, int[] sizes) {
    double overall = total(Arrays.asList(units)).errorRate();
    double statistic = 0;
    int from = 0;
    for (int size : sizes) {
      Tally group = total(Arrays.asList(units).subList(from, from + size));
      double expected = overall * group.n();
      double spread = expected * (1 - overall);
      statistic += spread == 0 ? 0 : Math.pow(group.errors() - expected, 2) / spread;
      from += size;
    }
    return statistic;
  }

  private static void shuffle(Tally[] units, SplittableRandom random) {
    for (int i = units.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Tally swapped = units[i];
      units[i] = units[j];
      units[j] = swapped;
    }
  }
}
