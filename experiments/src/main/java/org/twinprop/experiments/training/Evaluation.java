package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.GroupErrorRates;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.PredictionsAudit;
import org.twinprop.trainer.evaluation.RegressionFindings;
import org.twinprop.trainer.evaluation.group.Audit;

/**
 * The last word on networks: what they make of examples that they have never seen.
 *
 * @param predictions of each network, the hand-written one first; none if it never came to a test
 * @param groups the error rates of each network
 * @param audits all metrics of each network, by its name
 * @param findings in sentences
 */
record Evaluation(
    List<Predictions> predictions,
    List<List<GroupErrorRate>> groups,
    Map<String, Audit> audits,
    List<String> findings) {
  static final Evaluation NONE = new Evaluation(List.of(), List.of(), Map.of(), List.of());

  /**
   * @throws java.util.concurrent.CancellationException if an end is asked for before it is done
   */
  static Evaluation of(
      List<Learner> learners,
      TaskData data,
      ExperimentSettings settings,
      Interruption interruption) {
    List<Predictions> predictions = new ArrayList<>();
    for (Learner learner : learners) {
      Learner interruptible = new InterruptibleLearner(learner, interruption);
      predictions.add(
          Predictions.of(interruptible, data.test(), settings.batch(), settings.type()));
    }
    Map<String, Audit> audits = new LinkedHashMap<>();
    for (Predictions one : predictions) {
      InterruptibleLearner.requireGoingOn(interruption);
      audits.put(
          one.network(),
          PredictionsAudit.of(one, data.unit(), GroupErrorRates.DEFAULT_MINIMUM, settings.seed()));
    }
    InterruptibleLearner.requireGoingOn(interruption);
    if (data.regression()) {
      return new Evaluation(
          predictions,
          List.of(),
          audits,
          new RegressionFindings(
                  predictions, audits, data.comparedColumns(), data.unit(), settings.seed())
              .sentences());
    }
    return new Evaluation(
        predictions,
        predictions.stream()
            .map(one -> GroupErrorRates.of(one, GroupErrorRates.DEFAULT_MINIMUM))
            .toList(),
        audits,
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
    return predictions.size() == 2 && !predictions.get(0).regression()
        ? predictions.get(0).agreements(predictions.get(1))
        : null;
  }
}
