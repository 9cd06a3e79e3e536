package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.RegressionFindings;
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
          "%s is %s %s%s%s."
              .formatted(
                  comparison.names().get(i),
                  comparison.regression() ? "off, on average, by" : "wrong about",
                  value(value.value()),
                  comparison.regression() ? "" : " of the examples",
                  Double.isNaN(value.low())
                      ? ""
                      : " (likely between %s and %s)"
                          .formatted(value(value.low()), value(value.high()))));
    }
    if (comparison.names().size() > 2) {
      sentences.add("Least wrong overall is %s.".formatted(name(comparison.best())));
    }
    for (Change change : comparison.overall().changes()) {
      if (change.from() == 0 || involves(change, comparison.best())) {
        sentences.add(overall(change));
        gainsAndLosses(sentences, change);
      }
    }
    maybeWorse().ifPresent(sentences::add);
    sentences.add(independence());
    return sentences;
  }

  private static boolean involves(Change change, int prediction) {
    return change.from() == prediction || change.to() == prediction;
  }

  private String name(int prediction) {
    return comparison.names().get(prediction);
  }

  /** What counts as one toss of chance. */
  private String independence() {
    if (comparison.unit() == null) {
      return "Every example counts here as independent of the others. If one person is in several rows, the true intervals are wider, and chance explains more than these tests say; --unit names the column of persons.";
    }
    String units = RegressionFindings.unitsOf(comparison.unit());
    return "Examples of the same %s are alike: intervals and tests take all of them together, and rest on %s, not on %s."
        .formatted(
            units.replaceFirst("s$", ""),
            Formats.count(comparison.overall().units()) + " " + units,
            Formats.count(comparison.overall().n(), "example"));
  }

  private String overall(Change change) {
    String from = name(change.from());
    String to = name(change.to());
    if (change.from() == 0
        && comparison.agreements().get(change.to()) == comparison.overall().n()) {
      return "%s gave the same answer as %s for all %s."
          .formatted(to, from, Formats.count(comparison.overall().n()));
    }
    return switch (change.verdict()) {
      case GAINED ->
          "On the same examples, %s is better than %s: %s. Chance is not a likely explanation."
              .formatted(to, from, less(change));
      case LOST ->
          "On the same examples, %s is worse than %s: %s. Chance is not a likely explanation."
              .formatted(to, from, less(change));
      case UNCLEAR ->
          "On the same examples, no difference between %s and %s was shown: %s. That does not mean there is none."
              .formatted(to, from, less(change));
    };
  }

  /** How much less or more wrong, and between which bounds, each with its own direction. */
  private String less(Change change) {
    Estimate difference = change.difference();
    double low = difference.low();
    double high = difference.high();
    if (Double.isNaN(low)) {
      return direction(difference.value());
    }
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

  private void gainsAndLosses(List<String> sentences, Change pair) {
    String from = name(pair.from());
    String to = name(pair.to());
    String gained = groups(pair, Change.Verdict.GAINED);
    String lost = groups(pair, Change.Verdict.LOST);
    if (!gained.isEmpty()) {
      sentences.add("From %s to %s, these gained: %s.".formatted(from, to, gained));
    }
    if (!lost.isEmpty()) {
      sentences.add("From %s to %s, these lost: %s.".formatted(from, to, lost));
    }
    if (gained.isEmpty() && lost.isEmpty() && !comparison.groups().isEmpty()) {
      sentences.add(
          "From %s to %s, no group was shown to gain or lose; small changes may have been missed."
              .formatted(from, to));
    }
  }

  private String groups(Change pair, Change.Verdict verdict) {
    return String.join(
        ", ",
        comparison.groups().stream()
            .filter(group -> !group.small())
            .filter(group -> group.change(pair.from(), pair.to()).verdict() == verdict)
            .map(
                group ->
                    "“%s” (%s, %s)"
                        .formatted(
                            group.group(),
                            group.column(),
                            signed(group.change(pair.from(), pair.to()).difference().value())))
            .toList());
  }

  /**
   * Groups, not small, that the best prediction overall is more wrong about than another is, where
   * chance would hardly explain it; {@link #maybeWorse} sums up those where it may.
   */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    worse().stream().filter(one -> !one.unclear()).map(this::warning).forEach(warnings::add);
    return warnings;
  }

  /**
   * How many groups the best one is worse for in a way that may be chance; empty if there are none.
   */
  private Optional<String> maybeWorse() {
    long unclear = worse().stream().filter(Worse::unclear).map(Worse::group).distinct().count();
    return unclear == 0
        ? Optional.empty()
        : Optional.of(
            "%s is least wrong overall, but more wrong than another for %s, which may be chance."
                .formatted(name(comparison.best()), Formats.count(unclear, "group")));
  }

  private List<Worse> worse() {
    int best = comparison.best();
    List<Worse> worse = new ArrayList<>();
    for (GroupComparison group : comparison.groups()) {
      for (int other = 0; other < comparison.names().size(); other++) {
        if (!group.small() && other != best) {
          worse.add(new Worse(group, best, other));
        }
      }
    }
    return worse.stream()
        .filter(one -> one.difference() > 0)
        .sorted(Comparator.comparing(one -> -one.difference()))
        .toList();
  }

  /** A group that the best prediction is more wrong about than another. */
  private record Worse(GroupComparison group, int best, int other) {
    double difference() {
      return group.values().get(best).value() - group.values().get(other).value();
    }

    boolean unclear() {
      Change change = group.change(Math.min(best, other), Math.max(best, other));
      return change.verdict() == Change.Verdict.UNCLEAR;
    }
  }

  private String warning(Worse worse) {
    return "%s is least wrong overall, but for “%s” (%s) it is more wrong than %s: %s against %s, which is more than chance would explain."
        .formatted(
            comparison.names().get(worse.best()),
            worse.group().group(),
            worse.group().column(),
            comparison.names().get(worse.other()),
            value(worse.group().values().get(worse.best()).value()),
            value(worse.group().values().get(worse.other()).value()));
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
