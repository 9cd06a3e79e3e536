package org.twinprop.experiments.audit;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.ColumnTest;
import org.twinprop.trainer.evaluation.group.Disparity;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
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

  /** What was found, the most important first. */
  public List<String> findings() {
    List<String> sentences = new ArrayList<>(List.of(overall()));
    for (ColumnAudit column : audit.columns()) {
      if (column.isCompared()) {
        sentences.add(column.test().found() ? difference(column) : noDifference(column));
        kindsOfError(sentences, column);
        selection(sentences, column);
      } else {
        sentences.add(
            "By %s, there is nothing to compare: %s."
                .formatted(column.column(), fewGroups(column)));
      }
    }
    return sentences;
  }

  private String overall() {
    GroupMetrics all = audit.overall();
    Estimate main = all.metric(audit.mainKey());
    if (audit.regression()) {
      return "For %s examples, predictions are off by %s on average (likely between %s)."
          .formatted(Formats.count(all.n()), value(main.value()), between(main));
    }
    return "Of %s examples, %s predicted wrong: %s (likely between %s)."
        .formatted(
            Formats.count(all.n()),
            Formats.count(all.errors()) + (all.errors() == 1 ? " was" : " were"),
            value(main.value()),
            between(main));
  }

  private String difference(ColumnAudit column) {
    Disparity gap = mainDifference(column);
    return "By %s, predictions are %s about “%s” (%s) than about “%s” (%s): %s more (likely between %s). Groups differ by more than chance would explain."
        .formatted(
            column.column(),
            audit.regression() ? "further off" : "wrong more often",
            gap.group(),
            value(main(column, gap.group())),
            gap.comparedWith(),
            value(main(column, gap.comparedWith())),
            points(gap.estimate().value()),
            betweenPoints(gap.estimate()));
  }

  private String noDifference(ColumnAudit column) {
    ColumnTest test = column.test();
    Disparity gap = mainDifference(column);
    String shown =
        "By %s, no overall difference in errors was shown: from %s (“%s”) to %s (“%s”), which may well be chance."
            .formatted(
                column.column(),
                value(main(column, gap.comparedWith())),
                gap.comparedWith(),
                value(main(column, gap.group())),
                gap.group());
    return shown
        + (Double.isNaN(test.detectableDifference())
            ? " That does not mean there is none: between groups this small, no difference could have been shown."
            : " That does not mean there is none: with this many examples, a difference below %s between these two would often be missed."
                .formatted(points(test.detectableDifference())));
  }

  /** Errors about those who are of the positive class, and about those who are not. */
  private void kindsOfError(List<String> sentences, ColumnAudit column) {
    for (ColumnTest test : column.tests().subList(1, column.tests().size())) {
      if (test.found()) {
        boolean missed = test.rate().equals("fnr");
        sentences.add(
            "By %s, of those who truly are %s“%s”, %s of “%s” are wrongly predicted %s, but %s of “%s”. Groups differ by more than chance would explain."
                .formatted(
                    column.column(),
                    missed ? "" : "not ",
                    audit.positive(),
                    rate(column, test.highest(), test.rate()),
                    test.highest(),
                    missed ? "not to be" : "to be",
                    rate(column, test.lowest(), test.rate()),
                    test.lowest()));
      }
    }
  }

  private static String rate(ColumnAudit column, String group, String key) {
    return Formats.percent(column.group(group).metric(key).value());
  }

  /**
   * Who is chosen least often and who most, where one class is the one to be chosen for: the four
   * fifths of US guidelines are of the highest rate, whatever the reference group is (29 CFR 1607.4
   * D).
   */
  private void selection(List<String> sentences, ColumnAudit column) {
    Disparity impact = column.disparity("demographic_parity_ratio");
    if (impact == null || !impact.estimate().exists()) {
      return;
    }
    Estimate ratio = impact.estimate();
    sentences.add(
        "By %s, the answer is “%s” for %s of “%s” and for %s of “%s”: %.2f times as often (likely between %.2f and %.2f). %s"
            .formatted(
                column.column(),
                audit.positive(),
                rate(column, impact.group(), "selection_rate"),
                impact.group(),
                rate(column, impact.comparedWith(), "selection_rate"),
                impact.comparedWith(),
                ratio.value(),
                ratio.low(),
                ratio.high(),
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

  private Disparity mainDifference(ColumnAudit column) {
    return column.disparity(audit.mainKey() + "_difference");
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
