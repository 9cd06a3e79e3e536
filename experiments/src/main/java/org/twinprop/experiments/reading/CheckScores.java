package org.twinprop.experiments.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twinprop.data.check.DamageKind;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Wilson;

/**
 * How well whole checks were read.
 *
 * @param overall of all
 * @param groups by population of writers, then by kind of damage
 * @param curve error against refusal, nothing refused first
 */
public record CheckScores(Score overall, List<Score> groups, List<Point> curve) {
  /**
   * The scores of some checks.
   *
   * @param column what groups are made by; {@code overall} for all
   * @param group its name
   * @param checks how many
   * @param amountsWrong of these
   * @param amountError their share, with a 95% interval
   * @param digits in their amounts
   * @param digitsWrong of these; all of an amount that has another number of digits
   * @param digitError their share, with a 95% interval
   */
  public record Score(
      String column,
      String group,
      int checks,
      int amountsWrong,
      Estimate amountError,
      int digits,
      int digitsWrong,
      Estimate digitError) {
    static Score of(String column, String group, List<ScoredCheck> checks) {
      int wrong = (int) checks.stream().filter(check -> !check.right()).count();
      int digits = checks.stream().mapToInt(ScoredCheck::digits).sum();
      int digitsWrong = checks.stream().mapToInt(ScoredCheck::digitsWrong).sum();
      return new Score(
          column,
          group,
          checks.size(),
          wrong,
          Wilson.rate(wrong, checks.size()),
          digits,
          digitsWrong,
          Wilson.rate(digitsWrong, digits));
    }
  }

  /**
   * What remains if the least sure are refused.
   *
   * <p>Source: El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification",
   * Journal of Machine Learning Research 11 (2010): risk and coverage.
   *
   * @param refused the share that is refused
   * @param threshold the confidence below which
   * @param accepted how many are not
   * @param wrong of these
   * @param error their share, with a 95% interval; none if all are refused
   */
  public record Point(double refused, double threshold, int accepted, int wrong, Estimate error) {}

  private static final int POINTS = 20;

  static CheckScores of(List<ScoredCheck> checks) {
    List<Score> groups = new ArrayList<>();
    add(groups, "population", checks, check -> List.of(check.truth().population()));
    add(groups, "damage", checks, CheckScores::damages);
    return new CheckScores(Score.of("overall", "all", checks), groups, curve(checks));
  }

  private static List<String> damages(ScoredCheck check) {
    List<String> kinds = new ArrayList<>();
    for (DamageKind kind : DamageKind.values()) {
      if (check.truth().severity(kind) > 0) {
        kinds.add(kind.key().replace('_', ' '));
      }
    }
    return kinds.isEmpty() ? List.of("none") : kinds;
  }

  private static void add(
      List<Score> scores,
      String column,
      List<ScoredCheck> checks,
      Function<ScoredCheck, List<String>> groups) {
    Map<String, List<ScoredCheck>> byGroup = new LinkedHashMap<>();
    for (ScoredCheck check : checks) {
      groups
          .apply(check)
          .forEach(group -> byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(check));
    }
    byGroup.entrySet().stream()
        .map(entry -> Score.of(column, entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(score -> -score.amountError().value()))
        .forEach(scores::add);
  }

  private static List<Point> curve(List<ScoredCheck> checks) {
    List<ScoredCheck> surest =
        checks.stream().sorted(Comparator.comparingDouble(check -> -check.confidence())).toList();
    List<Point> curve = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      int accepted = (int) Math.round(surest.size() * (1 - i / (double) POINTS));
      if (accepted > 0) {
        List<ScoredCheck> kept = surest.subList(0, accepted);
        int wrong = (int) kept.stream().filter(check -> !check.right()).count();
        curve.add(
            new Point(
                i / (double) POINTS,
                kept.get(accepted - 1).confidence(),
                accepted,
                wrong,
                Wilson.rate(wrong, accepted)));
      }
    }
    return curve;
  }
}
