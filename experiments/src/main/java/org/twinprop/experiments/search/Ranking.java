package org.twinprop.experiments.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.ParetoFront;

/**
 * Which candidates a person may want, of those that were trained to their end.
 *
 * @param all every candidate
 * @param best the one with the smallest objective; empty if none was trained to its end
 * @param front those that no other beats in both error and worst-group error, from the smallest
 *     error to the smallest worst-group error; empty without groups
 */
record Ranking(
    List<CandidateResult> all, Optional<CandidateResult> best, List<CandidateResult> front) {
  static Ranking of(List<CandidateResult> all) {
    List<CandidateResult> finished = all.stream().filter(CandidateResult::finished).toList();
    return new Ranking(
        all,
        finished.stream()
            .min(
                Comparator.comparingDouble(CandidateResult::objective)
                    .thenComparingInt(CandidateResult::number)),
        ParetoFront.of(finished, one -> one.last().error(), one -> one.last().worstGroupError()));
  }

  boolean onFront(CandidateResult result) {
    return front.contains(result);
  }

  /** The one of the front with the smallest error. */
  Optional<CandidateResult> leastError() {
    return front.stream().findFirst();
  }

  /** The one of the front with the smallest worst-group error. */
  Optional<CandidateResult> leastWorst() {
    return front.isEmpty() ? Optional.empty() : Optional.of(front.get(front.size() - 1));
  }

  /** Whether less error and less error of the worst group are had from different candidates. */
  boolean hasTradeOff() {
    return front.size() > 1
        && leastWorst().orElseThrow().last().worstGroupError()
            < leastError().orElseThrow().last().worstGroupError();
  }

  /** The numbers of those that are tested: the best, and both ends of the front. */
  Set<Integer> tested() {
    Set<Integer> numbers = new TreeSet<>();
    best.ifPresent(one -> numbers.add(one.number()));
    leastWorst().ifPresent(one -> numbers.add(one.number()));
    if (hasTradeOff()) {
      leastError().ifPresent(one -> numbers.add(one.number()));
    }
    return numbers;
  }

  /** The numbers of those whose networks are kept. */
  Set<Integer> kept() {
    Set<Integer> numbers = new TreeSet<>(tested());
    front.forEach(one -> numbers.add(one.number()));
    return numbers;
  }

  CandidateResult number(int number) {
    return all.stream().filter(one -> one.number() == number).findFirst().orElseThrow();
  }
}
