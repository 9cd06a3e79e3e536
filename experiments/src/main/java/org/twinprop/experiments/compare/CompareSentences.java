package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * A comparison in sentences: which is better overall, who gained and who lost, and whom the better
 * one is worse for.
 *
 * @param comparison to be told
 */
record CompareSentences(Comparison comparison) {
  List<String> findings() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < comparison.names().size(); i++) {
      Estimate value = comparison.overall().values().get(i);
      sentences.add(
          "%s is %s %s%s (likely between %s and %s)."
              .formatted(
                  comparison.names().get(i),
                  comparison.regression() ? "off, on average, by" : "wrong about",
                  value(value.value()),
                  comparison.regression() ? "" : " of the examples",
                  value(value.low()),
                  value(value.high())));
    }
    for (int i = 1; i < comparison.names().size(); i++) {
      sentences.add(overall(i));
      gainsAndLosses(sentences, i);
    }
    sentences.add(
        "Every example counts here as independent of the others. If one person is in several rows, the true intervals are wider, and chance explains more than these tests say.");
    return sentences;
  }

  private String overall(int other) {
    Change change = comparison.overall().changes().get(other - 1);
    String first = comparison.names().get(0);
    String name = comparison.names().get(other);
    return switch (change.verdict()) {
      case GAINED ->
          "On the same examples, %s is better than %s: %s. Chance is not a likely explanation."
              .formatted(name, first, less(change));
      case LOST ->
          "On the same examples, %s is worse than %s: %s. Chance is not a likely explanation."
              .formatted(name, first, less(change));
      case UNCLEAR ->
          "On the same examples, no difference between %s and %s was shown: %s. That does not mean there is none."
              .formatted(name, first, less(change));
    };
  }

  /** How much less or more wrong, and between which bounds, each with its own direction. */
  private String less(Change change) {
    Estimate difference = change.difference();
    double low = difference.low();
    double high = difference.high();
    String bounds;
    if (low < 0 && high > 0) {
      bounds = "%s less and %s more".formatted(amount(low), amount(high));
    } else if (high <= 0) {
      bounds = "%s and %s less".formatted(amount(high), amount(low));
    } else {
      bounds = "%s and %s more".formatted(amount(low), amount(high));
    }
    return "%s (likely between %s)".formatted(direction(difference.value()), bounds);
  }

  private String direction(double difference) {
    if (difference == 0) {
      return comparison.regression() ? "as far off" : "wrong as often";
    }
    return comparison.regression()
        ? "off by %s %s".formatted(amount(difference), difference < 0 ? "less" : "more")
        : "%s %s wrong".formatted(amount(difference), difference < 0 ? "less" : "more");
  }

  private String amount(double difference) {
    return points(Math.abs(difference));
  }

  private void gainsAndLosses(List<String> sentences, int other) {
    String name = comparison.names().get(other);
    String gained = groups(other, Change.Verdict.GAINED);
    String lost = groups(other, Change.Verdict.LOST);
    if (!gained.isEmpty()) {
      sentences.add("From %s to %s, these gained: %s.".formatted(first(), name, gained));
    }
    if (!lost.isEmpty()) {
      sentences.add("From %s to %s, these lost: %s.".formatted(first(), name, lost));
    }
    if (gained.isEmpty() && lost.isEmpty() && !comparison.groups().isEmpty()) {
      sentences.add(
          "From %s to %s, no group was shown to gain or lose; small changes may have been missed."
              .formatted(first(), name));
    }
  }

  private String first() {
    return comparison.names().get(0);
  }

  private String groups(int other, Change.Verdict verdict) {
    return String.join(
        ", ",
        comparison.groups().stream()
            .filter(group -> !group.small())
            .filter(group -> group.changes().get(other - 1).verdict() == verdict)
            .map(
                group ->
                    "“%s” (%s, %s)"
                        .formatted(
                            group.group(),
                            group.column(),
                            signed(group.changes().get(other - 1).difference().value())))
            .toList());
  }

  /**
   * Groups, not small, that the best prediction overall is more wrong about than another is: first
   * those that chance would hardly explain.
   */
  List<String> warnings() {
    List<Worse> worse = new ArrayList<>();
    for (GroupComparison group : comparison.groups()) {
      for (int i = 1; i < comparison.names().size(); i++) {
        boolean bestIsFirst = comparison.best() == 0;
        if (!group.small() && (bestIsFirst || comparison.best() == i)) {
          Worse one = new Worse(group, bestIsFirst ? 0 : i, bestIsFirst ? i : 0);
          if (one.difference() > 0) {
            worse.add(one);
          }
        }
      }
    }
    return worse.stream()
        .sorted(Comparator.comparing(Worse::unclear).thenComparing(one -> -one.difference()))
        .map(this::warning)
        .toList();
  }

  /** A group that the best prediction is more wrong about than another. */
  private record Worse(GroupComparison group, int best, int other) {
    double difference() {
      return group.values().get(best).value() - group.values().get(other).value();
    }

    boolean unclear() {
      Change change = group.changes().get(Math.max(best, other) - 1);
      return change.verdict() == Change.Verdict.UNCLEAR;
    }
  }

  private String warning(Worse worse) {
    return "%s is least wrong overall, but for “%s” (%s) it is more wrong than %s: %s against %s, which %s."
        .formatted(
            comparison.names().get(worse.best()),
            worse.group().group(),
            worse.group().column(),
            comparison.names().get(worse.other()),
            value(worse.group().values().get(worse.best()).value()),
            value(worse.group().values().get(worse.other()).value()),
            worse.unclear() ? "may be chance" : "is more than chance would explain");
  }

  private String value(double value) {
    return comparison.regression() ? Formats.measure(value) : Formats.percent(value);
  }

  private String points(double difference) {
    return comparison.regression()
        ? Formats.measure(difference)
        : "%.2f percentage points".formatted(100 * difference);
  }

  private String signed(double difference) {
    return (difference > 0 ? "+" : "") + points(difference);
  }
}
