package org.twinprop.experiments.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.Disparity;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.group.PairTest;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * An audit in sentences that need no statistics to be read. What is uncertain is said so: every
 * claim carries its interval, and a difference is claimed where its test found it.
 *
 * @param audit to be told
 */
public record AuditSentences(Audit audit) {
  /** The ratio that US employment guidelines take as a mark. */
  static final double FOUR_FIFTHS = 0.8;

  private static final String MORE_THAN_CHANCE = "Groups differ by more than chance would explain.";
  private static final String TAKEN_TOGETHER =
      "Taken together, groups differ by more than chance would explain; for no two of them alone that was shown.";

  /** What was found, the most important first: differences that are shown before all others. */
  public List<String> findings() {
    List<String> shown = new ArrayList<>(List.of(overall()));
    List<String> others = new ArrayList<>();
    for (ColumnAudit column : audit.columns()) {
      if (column.isCompared()) {
        boolean found = column.test().found();
        (found ? shown : others).add(found ? difference(column) : noDifference(column));
        kindsOfError(shown, column);
        selection(shown, others, column);
      } else {
        others.add(
            "By %s, there is nothing to compare: %s."
                .formatted(column.column(), fewGroups(column)));
      }
    }
    shown.addAll(others);
    return shown;
  }

  private String overall() {
    GroupMetrics all = audit.overall();
    Estimate main = all.metric(audit.mainKey());
    if (audit.regression()) {
      return "For %s, predictions are off by %s on average (likely between %s)."
          .formatted(Formats.count(all.n(), "example"), value(main.value()), between(main));
    }
    return "Of %s, %s predicted wrong: %s (likely between %s)."
        .formatted(
            Formats.count(all.n(), "example"),
            Formats.count(all.errors()) + (all.errors() == 1 ? " was" : " were"),
            value(main.value()),
            between(main));
  }

  private String difference(ColumnAudit column) {
    ColumnTest test = column.test();
    String worse = audit.regression() ? "further off" : "wrong more often";
    return test.shownPair()
        .map(Apart::of)
        .map(
            pair ->
                "By %s, predictions are %s about “%s” (%s) than about “%s” (%s): %s more%s. %s"
                    .formatted(
                        column.column(),
                        worse,
                        pair.higher(),
                        value(main(column, pair.higher())),
                        pair.lower(),
                        value(main(column, pair.lower())),
                        points(pair.difference().value()),
                        likely(pair.difference()),
                        MORE_THAN_CHANCE))
        .orElseGet(
            () ->
                "By %s, predictions are %s about some groups than about others: from %s (“%s”) to %s (“%s”). %s"
                    .formatted(
                        column.column(),
                        worse,
                        value(main(column, test.lowest())),
                        test.lowest(),
                        value(main(column, test.highest())),
                        test.highest(),
                        TAKEN_TOGETHER));
  }

  /**
   * Two groups that are shown to differ.
   *
   * @param higher the group with the higher rate, error or bias
   * @param difference above 0
   */
  private record Apart(String higher, String lower, Estimate difference) {
    static Apart of(PairTest pair) {
      Estimate one = pair.difference();
      return one.value() >= 0
          ? new Apart(pair.group(), pair.comparedWith(), one)
          : new Apart(
              pair.comparedWith(),
              pair.group(),
              new Estimate(-one.value(), -one.high(), -one.low()));
    }
  }

  private String likely(Estimate difference) {
    return Double.isNaN(difference.low())
        ? ""
        : " (likely between " + betweenPoints(difference) + ")";
  }

  private String noDifference(ColumnAudit column) {
    return same(column).orElseGet(() -> range(column))
        + " That does not mean there is no difference: "
        + notNone(column.test());
  }

  /** Where there is nothing to test: nobody, or everybody, of the groups compared is wrong. */
  private Optional<String> same(ColumnAudit column) {
    if (audit.regression()) {
      return Optional.empty();
    }
    List<GroupMetrics> compared = column.groups().stream().filter(one -> !one.small()).toList();
    if (compared.stream().allMatch(one -> one.errors() == 0)) {
      return Optional.of("By %s, no group had a mistake.".formatted(column.column()));
    }
    return compared.stream().allMatch(one -> one.errors() == one.n())
        ? Optional.of("By %s, all were wrong, in every group.".formatted(column.column()))
        : Optional.empty();
  }

  private String range(ColumnAudit column) {
    ColumnTest test = column.test();
    return "By %s, no %s was shown: from %s (“%s”) to %s (“%s”), which %s."
        .formatted(
            column.column(),
            audit.regression()
                ? "difference in how far off predictions are"
                : "overall difference in errors",
            value(main(column, test.lowest())),
            test.lowest(),
            value(main(column, test.highest())),
            test.highest(),
            Double.isNaN(test.adjustedPValue()) ? "could not be tested" : "may well be chance");
  }

  private String notNone(ColumnTest test) {
    return Double.isNaN(test.detectableDifference())
        ? "between groups like these, no difference could have been shown."
        : "with this many examples, one below %s between these two would often be missed."
            .formatted(points(test.detectableDifference()));
  }

  /**
   * Errors about those who are of the positive class, and about those who are not; of numbers,
   * whether they are too high or too low.
   */
  private void kindsOfError(List<String> sentences, ColumnAudit column) {
    column.tests().stream()
        .skip(1)
        .filter(ColumnTest::found)
        .map(test -> test.rate().equals("bias") ? bias(column, test) : kind(column, test))
        .forEach(sentences::add);
  }

  private String kind(ColumnAudit column, ColumnTest test) {
    boolean missed = test.rate().equals("fnr");
    Optional<Apart> pair = test.shownPair().map(Apart::of);
    String highest = pair.map(Apart::higher).orElse(test.highest());
    String lowest = pair.map(Apart::lower).orElse(test.lowest());
    return "By %s, of those who truly are %s“%s”, %s of “%s” are wrongly predicted %s, but %s of “%s”. %s"
        .formatted(
            column.column(),
            missed ? "" : "not ",
            audit.positive(),
            rate(column, highest, test.rate()),
            highest,
            missed ? "not to be" : "to be",
            rate(column, lowest, test.rate()),
            lowest,
            pair.isPresent() ? MORE_THAN_CHANCE : TAKEN_TOGETHER);
  }

  private String bias(ColumnAudit column, ColumnTest test) {
    Optional<Apart> pair = test.shownPair().map(Apart::of);
    String highest = pair.map(Apart::higher).orElse(test.highest());
    String lowest = pair.map(Apart::lower).orElse(test.lowest());
    return "By %s, predictions for “%s” are %s on average, for “%s” %s%s. %s"
        .formatted(
            column.column(),
            highest,
            tooHigh(column, highest),
            lowest,
            tooHigh(column, lowest),
            pair.map(Apart::difference)
                .map(one -> ": " + points(one.value()) + " apart" + likely(one))
                .orElse(""),
            pair.isPresent() ? MORE_THAN_CHANCE : TAKEN_TOGETHER);
  }

  private static String tooHigh(ColumnAudit column, String group) {
    double bias = column.group(group).metric("bias").value();
    return "too %s by %s".formatted(bias < 0 ? "low" : "high", Formats.measure(Math.abs(bias)));
  }

  private static String rate(ColumnAudit column, String group, String key) {
    return Formats.percent(column.group(group).metric(key).value());
  }

  /**
   * Who is chosen least often and who most, where one class is the one to be chosen for: the four
   * fifths of US guidelines are of the highest rate, whatever the reference group is (29 CFR 1607.4
   * D).
   */
  private void selection(List<String> shown, List<String> others, ColumnAudit column) {
    Disparity impact = column.disparity("demographic_parity_ratio");
    if (impact == null || !impact.estimate().exists()) {
      return;
    }
    Estimate ratio = impact.estimate();
    (ratio.high() < FOUR_FIFTHS ? shown : others)
        .add(
            "By %s, the answer is “%s” for %s of “%s” and for %s of “%s”: %.2f times as often%s. %s"
                .formatted(
                    column.column(),
                    audit.positive(),
                    rate(column, impact.group(), "selection_rate"),
                    impact.group(),
                    rate(column, impact.comparedWith(), "selection_rate"),
                    impact.comparedWith(),
                    ratio.value(),
                    Double.isNaN(ratio.low())
                        ? ""
                        : " (likely between %.2f and %.2f)".formatted(ratio.low(), ratio.high()),
                    fourFifths(ratio)));
  }

  /** The four-fifths rule in words, as sure as the interval allows. */
  public static String fourFifths(Estimate ratio) {
    if (ratio.high() < FOUR_FIFTHS) {
      return "That is below four fifths, which US employment guidelines take as a sign of adverse impact.";
    }
    if (ratio.low() >= FOUR_FIFTHS) {
      return "That is not below four fifths, the mark of US employment guidelines.";
    }
    return "That is %s four fifths, the mark of US employment guidelines, but with this many examples it could be on the other side."
        .formatted(ratio.value() < FOUR_FIFTHS ? "below" : "not below");
  }

  private String fewGroups(ColumnAudit column) {
    List<GroupMetrics> groups = column.groups();
    return groups.size() == 1
        ? "all examples are “%s”".formatted(groups.get(0).group())
        : "fewer than two of its %d groups have %d examples"
            .formatted(groups.size(), audit.minimum());
  }

  /** What nobody can tell from such a table. */
  public List<String> limits() {
    List<String> limits = new ArrayList<>();
    for (ColumnAudit column : audit.columns()) {
      List<String> small =
          column.groups().stream().filter(GroupMetrics::small).map(GroupMetrics::group).toList();
      if (!small.isEmpty()) {
        limits.add(
            "By %s, %s fewer than %d examples: shown, but not compared (%s)."
                .formatted(
                    column.column(),
                    small.size() == 1 ? "one group has" : small.size() + " groups have",
                    audit.minimum(),
                    some(small)));
      }
    }
    limits.add(
        "Why groups differ: this page counts mistakes, it does not explain them, and groups may differ in other ways too.");
    limits.add(
        "Whether the labels are right, and whether these examples are like those that the predictions will be used for.");
    limits.add(
        "How sure we are if one person is in several rows: every row counts here as independent of the others. If they are not, the true intervals are wider.");
    return limits;
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.stream().limit(8).map(n -> "“" + n + "”").toList());
    return names.size() > 8 ? first + " and others" : first;
  }

  private double main(ColumnAudit column, String group) {
    return column.group(group).metric(audit.mainKey()).value();
  }

  private String value(double value) {
    return audit.regression() ? Formats.measure(value) : Formats.percent(value);
  }

  private String points(double difference) {
    return audit.regression()
        ? Formats.measure(difference)
        : "%.2f percentage points".formatted(100 * difference);
  }

  private String between(Estimate estimate) {
    return value(estimate.low()) + " and " + value(estimate.high());
  }

  private String betweenPoints(Estimate estimate) {
    return audit.regression()
        ? between(estimate)
        : "%.2f and %s".formatted(100 * estimate.low(), points(estimate.high()));
  }
}
