package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.GroupErrorRates;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * The last word on networks: what they make of examples that they have never seen.
 *
 * @param predictions of each network, the hand-written one first; none if it never came to a test
 * @param groups the error rates of each network
 * @param findings in sentences
 */
record Evaluation(
    List<Predictions> predictions, List<List<GroupErrorRate>> groups, List<String> findings) {
  static final Evaluation NONE = new Evaluation(List.of(), List.of(), List.of());

  static Evaluation of(List<Learner> learners, TaskData data, ExperimentSettings settings) {
    List<Predictions> predictions = new ArrayList<>();
    for (Learner learner : learners) {
      predictions.add(Predictions.of(learner, data.test(), settings.batch(), settings.type()));
    }
    return new Evaluation(
        predictions,
        predictions.stream()
            .map(one -> GroupErrorRates.of(one, GroupErrorRates.DEFAULT_MINIMUM))
            .toList(),
        Findings.sentences(predictions, data.comparedColumns(), settings.seed()));
  }

  boolean exists() {
    return !predictions.isEmpty();
  }

  List<GroupErrorRate> allGroups() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** Null where there are not two networks to agree. */
  Long agreements() {
    return predictions.size() == 2 ? predictions.get(0).agreements(predictions.get(1)) : null;
  }
}
