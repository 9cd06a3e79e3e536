package org.twinprop.trainer.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of a candidate.
 *
 * @param number from 1
 * @param settings by key
 * @param outcome how its training ended
 * @param reason why it did not finish; null if it did
 * @param epochs the measures after each epoch
 * @param objectives what was to become small, after each epoch
 * @param groups the error of each group after the last epoch
 * @param objective after the last epoch; null if there is none, because it diverged or failed
 * @param parameters trained numbers of its network; 0 if there never was one
 * @param seconds that it took
 */
public record CandidateResult(
    int number,
    Map<String, String> settings,
    CandidateOutcome outcome,
    String reason,
    List<Measures> epochs,
    List<Double> objectives,
    List<GroupError> groups,
    Double objective,
    long parameters,
    double seconds) {
  /** Keeps unmodifiable copies; those of files may lack what is empty. */
  public CandidateResult {
    Objects.requireNonNull(outcome, "outcome");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    epochs = epochs == null ? List.of() : List.copyOf(epochs);
    objectives = objectives == null ? List.of() : List.copyOf(objectives);
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /** The measures after the last epoch; null if it was not measured. */
  public Measures last() {
    return epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
  }

  public boolean finished() {
    return outcome == CandidateOutcome.FINISHED;
  }
}
