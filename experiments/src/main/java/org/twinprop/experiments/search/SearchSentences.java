package org.twinprop.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.search.CandidateOutcome;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.GroupError;

/** A search in sentences: which candidate is best, how sure that is, and what it costs whom. */
final class SearchSentences {
  private final Ranking ranking;
  private final SearchPlan plan;
  private final SearchData data;
  private final SearchTests tests;
  private final String examples;
  private final ErrorWords words;

  SearchSentences(Ranking ranking, SearchPlan plan, SearchData data, SearchTests tests) {
    this.ranking = ranking;
    this.plan = plan;
    this.data = data;
    this.tests = tests;
    examples = data.parts().wording().examples();
    words = new ErrorWords(data.regression());
  }

  List<String> all(boolean exhausted) {
    List<String> sentences = new ArrayList<>();
    sentences.add(outcomes());
    if (exhausted) {
      sentences.add(
          "The spaces hold no more than these: more candidates would need wider spaces, or a finer grid.");
    }
    ranking.best().ifPresent(best -> aboutBest(best, sentences));
    if (ranking.front().isEmpty()) {
      return sentences;
    }
    if (ranking.hasTradeOff()) {
      aboutTrade(sentences);
    } else {
      sentences.add(noTrade());
    }
    return sentences;
  }

  private String outcomes() {
    if (ranking.all().isEmpty()) {
      return "No candidate was done.";
    }
    Map<CandidateOutcome, Long> counts =
        ranking.all().stream()
            .collect(Collectors.groupingBy(CandidateResult::outcome, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    add(parts, counts, CandidateOutcome.FINISHED, "trained to the end");
    add(
        parts,
        counts,
        CandidateOutcome.STOPPED,
        "stopped early, worse than the median of the others");
    add(parts, counts, CandidateOutcome.DIVERGED, "diverged");
    add(parts, counts, CandidateOutcome.FAILED, "could not be trained");
    return "Of %s, %s."
        .formatted(Formats.count(ranking.all().size(), "candidate"), String.join("; ", parts));
  }

  private static void add(
      List<String> parts,
      Map<CandidateOutcome, Long> counts,
      CandidateOutcome outcome,
      String what) {
    if (counts.containsKey(outcome)) {
      parts.add(counts.get(outcome) + " " + what);
    }
  }

  private void aboutBest(CandidateResult best, List<String> sentences) {
    long n = data.parts().validation().size();
    Estimate chosen = ErrorInterval.of(best.last().error(), n, data.regression());
    sentences.add(
        "Candidate %d has the smallest %s: %s. It is %s of the %s %s that candidates were chosen by%s."
            .formatted(
                best.number(),
                plan.objective(),
                words.objective(plan.objective(), best.objective()),
                words.wrong(chosen.value()),
                Formats.count(n),
                examples,
                words.interval(chosen)));
    Predictions tested = tests.predictions().get(best.number());
    if (tested != null) {
      Estimate error = ErrorInterval.of(tested.error(), tested.size(), data.regression());
      sentences.add(
          "Being the best of %d by these %s flatters it. On the %s test %s, by which nothing was chosen, candidate %d is %s%s.%s"
              .formatted(
                  ranking.all().size(),
                  examples,
                  Formats.count(tested.size()),
                  examples,
                  best.number(),
                  words.wrong(error.value()),
                  words.interval(error),
                  worstInTest(best)));
    }
    rivals(best, chosen, sentences);
  }

  /** Whom a search cannot tell from the best. */
  private void rivals(CandidateResult best, Estimate chosen, List<String> sentences) {
    long rivals =
        ranking.all().stream()
            .filter(one -> one.finished() && one.number() != best.number())
            .filter(
                one -> one.last().error() >= chosen.low() && one.last().error() <= chosen.high())
            .count();
    if (rivals > 0) {
      sentences.add(
          "The error of %s lies within that interval: so few %s hardly tell %s from candidate %d."
              .formatted(
                  rivals == 1 ? "one other candidate" : rivals + " other candidates",
                  examples,
                  rivals == 1 ? "it" : "them",
                  best.number()));
    }
  }

  private String noTrade() {
    CandidateResult one = ranking.leastWorst().orElseThrow();
    boolean told = ranking.best().filter(one::equals).isPresent();
    return "By %s, candidate %d is best both overall and for its worst group, “%s” (%s): as far as the %s that candidates were chosen by tell, nobody has to pay for another.%s"
        .formatted(
            data.group().orElseThrow(),
            one.number(),
            worstGroup(one),
            words.error(one.last().worstGroupError()),
            examples,
            told ? "" : worstInTest(one));
  }

  /** After a space; empty where it was not tested, or has no group large enough. */
  private String worstInTest(CandidateResult one) {
    if (!tests.predictions().containsKey(one.number())) {
      return "";
    }
    return tests
        .groups(one.number(), data)
        .worstGroup()
        .map(
            worst ->
                " Worst off in the test of candidate %d is the group “%s”: it is %s of its %s %s%s."
                    .formatted(
                        one.number(),
                        worst.group(),
                        words.wrong(worst.error()),
                        Formats.count(worst.n()),
                        examples,
                        words.interval(
                            ErrorInterval.of(worst.error(), worst.n(), data.regression()))))
        .orElse("");
  }

  private void aboutTrade(List<String> sentences) {
    CandidateResult one = ranking.leastError().orElseThrow();
    CandidateResult other = ranking.leastWorst().orElseThrow();
    sentences.add(
        "By %s, no candidate is best at both. Candidate %d errs least overall (%s), and %s about its worst group, “%s”; candidate %d errs least about its worst group (%s, “%s”), and %s overall."
            .formatted(
                data.group().orElseThrow(),
                one.number(),
                words.error(one.last().error()),
                words.error(one.last().worstGroupError()),
                worstGroup(one),
                other.number(),
                words.error(other.last().worstGroupError()),
                worstGroup(other),
                words.error(other.last().error())));
    if (!tests.changes().isEmpty()) {
      sentences.addAll(new TradeSentences(one, other, data, tests).all());
    }
  }

  private static String worstGroup(CandidateResult one) {
    return one.groups().stream()
        .filter(group -> !group.small() && group.error() == one.last().worstGroupError())
        .map(GroupError::group)
        .findFirst()
        .orElseThrow();
  }
}
