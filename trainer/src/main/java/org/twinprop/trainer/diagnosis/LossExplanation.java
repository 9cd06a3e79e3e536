package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinprop.trainer.diagnosis.Explanation.RunnerUp;
import org.twinprop.trainer.diagnosis.LossDiagnosis.Suspect;

/** Adds what explains the loss to what explains the gradients: often it is the same. */
final class LossExplanation {
  private static final String LOSS = "loss";

  private LossExplanation() {}

  static List<Explanation> joined(List<Explanation> gradients, Suspect suspect) {
    List<Explanation> all = new ArrayList<>();
    boolean told = false;
    for (Explanation one : gradients) {
      if (!told && isSame(one, suspect)) {
        all.add(both(one, suspect));
        told = true;
      } else {
        all.add(one);
      }
    }
    if (!told) {
      all.add(alone(suspect));
    }
    return all;
  }

  /** A sum for a mean makes every gradient too large by the same number. */
  private static boolean isSame(Explanation one, Suspect suspect) {
    boolean sum =
        suspect.code() == Code.LOSS_NOT_MEAN
            && one.code().equals(Code.BATCH_MEAN_MISSING.text())
            && one.layer() == 0
            && one.constant().orElse(0) == suspect.constant();
    return sum || one.code().equals(suspect.code().text());
  }

  private static Explanation both(Explanation one, Suspect suspect) {
    List<String> explains = new ArrayList<>(one.explains());
    explains.add(LOSS);
    boolean same = one.code().equals(suspect.code().text());
    return new Explanation(
        suspect.code().text(),
        one.fit(),
        explains,
        one.layer(),
        one.where(),
        one.constant(),
        one.entries(),
        same ? one.cause() : suspect.cause() + ", and the gradients are those of that sum",
        suspect.code().fix(),
        same ? one.runnerUp() : Optional.of(new RunnerUp(one.code(), one.fit(), true)));
  }

  private static Explanation alone(Suspect suspect) {
    return new Explanation(
        suspect.code().text(),
        1,
        List.of(LOSS),
        0,
        "the loss",
        Double.isNaN(suspect.constant())
            ? OptionalDouble.empty()
            : OptionalDouble.of(suspect.constant()),
        List.of(),
        suspect.cause(),
        suspect.code().fix(),
        Optional.empty());
  }
}
