package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.twinprop.trainer.mitigation.GroupThresholds;

/**
 * The last word on networks: what they make of examples that they have never seen.
 *
 * @param predictions of each network, the hand-written one first; none if it never came to a test
 * @param groups the error rates of each network
 * @param audits all metrics of each network, by its name
 * @param thresholds of each network, by its name; none if they are one half for everyone
 * @param findings in sentences
 */
record Evaluation(
    List<Predictions> predictions,
    List<List<GroupErrorRate>> groups,
    Map<String, Audit> audits,
    Map<String, GroupThresholds> thresholds,
    List<String> findings) {
  static final Evaluation NONE =
      new Evaluation(List.of(), List.of(), Map.of(), Map.of(), List.of());

  /**
   * @throws java.util.concurrent.CancellationException if an end is asked for before it is done
   */
  static Evaluation of(
      List<Learner> learners,
      TaskData data,
      ExperimentSettings settings,
      Interruption interruption) {
    List<Predictions> predictions = new ArrayList<>();
    Map<String, GroupThresholds> chosen = new LinkedHashMap<>();
    for (Learner learner : learners) {
      Learner interruptible = new InterruptibleLearner(learner, interruption);
      Predictions tested =
          Predictions.of(interruptible, data.test(), settings.batch(), settings.type());
      Optional<GroupThresholds> thresholds = thresholds(interruptible, data, settings);
      thresholds.ifPresent(found -> chosen.put(tested.network(), found));
      predictions.add(thresholds.map(found -> found.applied(tested)).orElse(tested));
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
          Map.of(),
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
        chosen,
        Stream.concat(
                Findings.sentences(predictions, data.comparedColumns(), settings.seed()).stream(),
                chosen.entrySet().stream()
                    .limit(1)
                    .map(one -> sentence(one.getKey(), one.getValue(), data)))
            .toList());
  }

  /** Chosen on validation examples, which no network learns from; empty if none are wanted. */
  private static Optional<GroupThresholds> thresholds(
      Learner learner, TaskData data, ExperimentSettings settings) {
    return settings
        .mitigation()
        .filter(what -> what.kind() == Mitigation.Kind.THRESHOLDS)
        .map(
            what ->
                GroupThresholds.fit(
                        Predictions.of(
                            learner, data.validation(), settings.batch(), settings.type()),
                        what.by())
                    .covering(data.test()));
  }

  private static String sentence(String network, GroupThresholds found, TaskData data) {
    List<String> each = new ArrayList<>();
    found
        .byGroup()
        .forEach(
            (group, value) ->
                each.add(
                    "'%s' above %.3f%s"
                        .formatted(
                            group,
                            value,
                            found.examples().get(group) == 0 ? " (nobody to choose it by)" : "")));
    return "The answer of the %s network is '%s' where its probability is, by %s, for %s: thresholds with the fewest errors on %,d examples of the validation part (thresholds.csv)."
        .formatted(
            Findings.displayName(network),
            data.test().classNames().get(1),
            found.column(),
            String.join(", ", each),
            data.validation().size());
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
