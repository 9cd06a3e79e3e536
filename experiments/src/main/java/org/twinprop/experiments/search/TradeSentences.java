package org.twinprop.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.GroupError;
import org.twinprop.trainer.search.GroupErrors;
import org.twinprop.trainer.search.PairedErrors.GroupChange;

/**
 * What taking the candidate that is best for the worst group costs whom, by the test.
 *
 * @param one with the least error overall
 * @param other with the least error of its worst group
 */
record TradeSentences(
    CandidateResult one, CandidateResult other, SearchData data, SearchTests tests) {

  List<String> all() {
    GroupChange everyone = tests.changes().get(0);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "In the test, taking candidate %d instead of %d would change the error of everyone from %s to %s (%s): %s."
            .formatted(
                other.number(),
                one.number(),
                words().error(everyone.before()),
                words().error(everyone.after()),
                words().change(everyone.change()),
                everyone.change().excludes(0)
                    ? "chance is not a likely explanation"
                    : "no difference was shown, which does not mean that there is none"));
    add(sentences, "Groups that would pay for it, by more than chance explains: %s.", this::pays);
    add(sentences, "Groups that would gain by it, by more than chance explains: %s.", this::gains);
    List<String> unclear =
        groups(change -> !pays(change) && !gains(change)).map(this::name).toList();
    if (!unclear.isEmpty()) {
      sentences.add(
          "For %s no difference was shown, which does not mean that there is none."
              .formatted(String.join(", ", unclear)));
    }
    sentences.add(worstInTest());
    sentences.add(
        "Each of these intervals stands by itself: the more groups are looked at, the sooner one of them seems to change by chance.");
    return sentences;
  }

  private void add(List<String> sentences, String sentence, Predicate<GroupChange> which) {
    String changes =
        groups(which)
            .map(change -> name(change) + " " + words().change(change.change()))
            .collect(Collectors.joining("; "));
    if (!changes.isEmpty()) {
      sentences.add(sentence.formatted(changes));
    }
  }

  private Stream<GroupChange> groups(Predicate<GroupChange> which) {
    return tests.changes().stream().skip(1).filter(which);
  }

  private boolean pays(GroupChange change) {
    return !change.small() && change.change().low() > 0;
  }

  private boolean gains(GroupChange change) {
    return !change.small() && change.change().high() < 0;
  }

  private String name(GroupChange change) {
    return "“%s”%s".formatted(change.group(), change.small() ? " (few examples)" : "");
  }

  /** Whether what the one was chosen for holds for strangers too. */
  private String worstInTest() {
    GroupError before = worst(one);
    GroupError after = worst(other);
    return "The worst group in the test is “%s” for candidate %d (%s) and “%s” for candidate %d (%s): %s."
        .formatted(
            before.group(),
            one.number(),
            withInterval(before),
            after.group(),
            other.number(),
            withInterval(after),
            after.error() < before.error()
                ? "less for the latter here too"
                : "not less for the latter, so that what it was chosen for may have been luck of the validation "
                    + data.parts().wording().examples());
  }

  private String withInterval(GroupError group) {
    Estimate interval = ErrorInterval.of(group.error(), group.n(), data.regression());
    return words().error(group.error())
        + (Double.isNaN(interval.low())
            ? ""
            : ", 95%% interval %s to %s"
                .formatted(words().error(interval.low()), words().error(interval.high())));
  }

  private GroupError worst(CandidateResult candidate) {
    GroupErrors groups = tests.groups(candidate.number(), data);
    return groups.worstGroup().orElseGet(() -> groups.all().get(0));
  }

  private ErrorWords words() {
    return new ErrorWords(data.regression());
  }
}
