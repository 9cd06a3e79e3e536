package org.twinprop.experiments.audit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinprop.data.BadInput;
import org.twinprop.trainer.evaluation.group.ConfusionMatrix;

/** The classes of a table, numbered as they turn up, and what may be wrong with them. */
public final class Classes {
  private static final int MOST = 100;

  /** In a table of two classes, the one that rates are usually about. */
  private static final Set<String> POSITIVE = Set.of("1", "true", "yes", "y", "t", "positive");

  private static final Set<String> NEGATIVE =
      Set.of("0", "-1", "false", "no", "n", "f", "negative");

  private final String place;
  private final int most;
  private final String label;
  private final String prediction;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /**
   * @param file that they are from
   * @param label the name of the column of labels
   * @param prediction the name of that of predictions
   */
  public Classes(Path file, String label, String prediction) {
    this(file, label, prediction, MOST);
  }

  /**
   * @param most different classes
   */
  public Classes(Path file, String label, String prediction, int most) {
    place = file.toString();
    this.most = most;
    this.label = label;
    this.prediction = prediction;
  }

  /**
   * @throws BadInput if there are too many for a classification
   */
  public int number(String name) {
    Integer number = numbers.get(name);
    return number == null ? newNumber(name) : number;
  }

  private int newNumber(String name) {
    if (names.size() == most) {
      throw new BadInput(
          "%s: columns '%s' and '%s' have more than %d different values: for numbers add --regression"
              .formatted(place, label, prediction, most));
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  /** Whether a label is one that rates are usually about. */
  static boolean soundsPositive(String name) {
    return POSITIVE.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Numbers by size and before words, words by alphabet: the place of each in {@link #names}. */
  public int[] order() {
    Comparator<Integer> bySize =
        Comparator.comparing(
            (Integer i) -> value(names.get(i)), Comparator.nullsLast(Comparator.naturalOrder()));
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(bySize.thenComparing(names::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static BigDecimal value(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** In that order. */
  public List<String> names() {
    return IntStream.of(order()).mapToObj(names::get).toList();
  }

  /**
   * The class that rates are about.
   *
   * @param asked by a person; null if none was
   * @return null where there is no usual one: rates are then about each class in turn
   * @throws BadInput if the one that was asked for is not there
   */
  public String positive(String asked) {
    if (asked != null && !numbers.containsKey(asked)) {
      throw new BadInput(
          "--positive %s: there is no such class; columns '%s' and '%s' have %s"
              .formatted(asked, label, prediction, String.join(", ", names())));
    }
    if (asked != null || names.size() > 2) {
      return asked;
    }
    List<String> positives = names.stream().filter(Classes::soundsPositive).toList();
    boolean others =
        names.stream()
            .filter(name -> !soundsPositive(name))
            .allMatch(name -> NEGATIVE.contains(name.toLowerCase(Locale.ROOT)));
    return positives.size() == 1 && others ? positives.get(0) : null;
  }

  /**
   * Refuses classes that cannot be meant, and finds what a reader should know.
   *
   * @param confusion of everyone, classes as numbered here
   * @throws BadInput if labels and predictions have no class in common, or if one number, or one
   *     word, is written in two ways
   */
  public List<String> notes(ConfusionMatrix confusion) {
    refuseTwoWays();
    List<String> labels = new ArrayList<>();
    List<String> predictions = new ArrayList<>();
    for (int k : order()) {
      addIf(labels, names.get(k), sum(confusion, k, true) > 0);
      addIf(predictions, names.get(k), sum(confusion, k, false) > 0);
    }
    if (labels.stream().noneMatch(predictions::contains)) {
      throw new BadInput(
          "%s: column '%s' has the values %s and column '%s' has %s: none in common; write labels and predictions alike"
              .formatted(
                  place,
                  label,
                  String.join(", ", labels),
                  prediction,
                  String.join(", ", predictions)));
    }
    List<String> notes = new ArrayList<>();
    note(notes, labels, predictions, "No example was predicted to be “%s”, though some are.");
    note(notes, predictions, labels, "Some examples were predicted to be “%s”, though none is.");
    return notes;
  }

  private static void addIf(List<String> list, String name, boolean wanted) {
    if (wanted) {
      list.add(name);
    }
  }

  private static void note(
      List<String> notes, List<String> these, List<String> those, String sentence) {
    these.stream().filter(one -> !those.contains(one)).map(sentence::formatted).forEach(notes::add);
  }

  private static long sum(ConfusionMatrix confusion, int k, boolean labelled) {
    long sum = 0;
    for (int other = 0; other < confusion.classes(); other++) {
      sum += labelled ? confusion.count(k, other) : confusion.count(other, k);
    }
    return sum;
  }

  private void refuseTwoWays() {
    Map<Object, String> written = new HashMap<>();
    for (String name : names) {
      BigDecimal value = value(name);
      String other = written.put(value == null ? word(name) : value.stripTrailingZeros(), name);
      if (other != null) {
        throw new BadInput(
            "%s: columns '%s' and '%s' have both '%s' and '%s', one %s written in two ways; write labels and predictions alike"
                .formatted(
                    place, label, prediction, other, name, value == null ? "word" : "number"));
      }
    }
  }

  /** Without spaces around it, in small letters; single letters may be classes, large and small. */
  private static String word(String name) {
    String bare = name.strip();
    return bare.length() == 1 ? bare : bare.toLowerCase(Locale.ROOT);
  }
}
