package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.twinprop.trainer.diagnosis.student.Corpus;
import org.twinprop.trainer.diagnosis.student.StudentCase;

/**
 * A class of students, drawn afresh from a seed ({@code -Dtwinprop.seed=...} for another class),
 * and whether the diagnosis finds what each of them did.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MistakeCorpusTest {
  private static final long SEED = Long.getLong("twinprop.seed", 20261122);
  private static final int OF_EACH_CODE = Integer.getInteger("twinprop.each", 3);
  private static final double SHARE = 0.95;

  private record Outcome(StudentCase drawn, DiagnosisReport report) {
    List<String> found() {
      return report.explanations().stream().map(Explanation::code).toList();
    }

    /** Whether the mistakes made, and no others, come first. */
    boolean right() {
      int made = drawn.codes().size();
      Set<String> first = new HashSet<>(found().subList(0, Math.min(made, found().size())));
      return first.equals(new HashSet<>(drawn.codes()));
    }

    @Override
    public String toString() {
      return "%s: found %s, not explained %s".formatted(drawn, found(), report.unexplained());
    }
  }

  private final List<Outcome> outcomes = new ArrayList<>();

  @BeforeAll
  void diagnoseAll() {
    for (StudentCase drawn : Corpus.draw(SEED, OF_EACH_CODE)) {
      outcomes.add(new Outcome(drawn, Submissions.diagnose(drawn)));
    }
  }

  private List<Outcome> wrong() {
    return outcomes.stream().filter(outcome -> !outcome.drawn().codes().isEmpty()).toList();
  }

  private List<Outcome> correct() {
    return outcomes.stream().filter(outcome -> outcome.drawn().codes().isEmpty()).toList();
  }

  private static String lines(List<Outcome> outcomes) {
    StringBuilder lines = new StringBuilder();
    outcomes.forEach(outcome -> lines.append('\n').append(outcome));
    return "seed " + SEED + lines;
  }

  @Test
  void theCorpusIsLargeAndAFifthOfItIsRight() {
    assertTrue(wrong().size() >= 150, wrong().size() + " mistakes");
    assertTrue(correct().size() >= outcomes.size() / 5, correct().size() + " right ones");
  }

  @Test
  void noCorrectGradientIsCalledWrong() {
    List<Outcome> accused = correct().stream().filter(o -> !o.report().ok()).toList();
    assertEquals(0, accused.size(), () -> lines(accused));
  }

  @Test
  void noWrongGradientIsCalledRight() {
    List<Outcome> missed = wrong().stream().filter(o -> o.report().ok()).toList();
    assertEquals(0, missed.size(), () -> lines(missed));
  }

  @Test
  void theRightMistakeComesFirst() {
    List<Outcome> missed = wrong().stream().filter(o -> !o.right()).toList();
    double share = 1 - (double) missed.size() / wrong().size();
    System.out.printf(
        "Of %d submissions with a mistake, the right one comes first in %.1f%%; %d are correct%n",
        wrong().size(), 100 * share, correct().size());
    assertTrue(share >= SHARE, () -> lines(missed));
  }
}
