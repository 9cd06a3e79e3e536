package org.twinprop.experiments.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.layers.Network;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.search.GroupError;
import org.twinprop.trainer.search.GroupErrors;
import org.twinprop.trainer.search.PairedErrors;

/**
 * The last word on the chosen candidates: test examples, by which nothing was chosen.
 *
 * @param predictions by the number of the candidate
 * @param changes from the one with the least error to the one with the least worst-group error;
 *     none where that is the same one
 */
record SearchTests(Map<Integer, Predictions> predictions, List<PairedErrors.GroupChange> changes) {
  static final SearchTests NONE = new SearchTests(Map.of(), List.of());

  /** Tests the networks as they were kept. */
  static SearchTests of(Ranking ranking, SearchPlan plan, SearchData data, SearchFolder folder) {
    Map<Integer, Predictions> predictions = new LinkedHashMap<>();
    for (int number : ranking.tested()) {
      predictions.put(number, predictions(number, ranking, plan, data, folder));
    }
    return new SearchTests(
        predictions, ranking.hasTradeOff() ? changes(ranking, predictions, plan, data) : List.of());
  }

  private static Predictions predictions(
      int number, Ranking ranking, SearchPlan plan, SearchData data, SearchFolder folder) {
    ExperimentSettings experiment = plan.candidate(ranking.number(number).settings());
    try (Network network = folder.network(number);
        HandwrittenLearner learner = new HandwrittenLearner(network, experiment.makeUpdater())) {
      return Predictions.of(learner, data.parts().test(), experiment.batch(), experiment.type());
    }
  }

  private static List<PairedErrors.GroupChange> changes(
      Ranking ranking, Map<Integer, Predictions> predictions, SearchPlan plan, SearchData data) {
    return PairedErrors.of(
        predictions.get(ranking.leastError().orElseThrow().number()),
        predictions.get(ranking.leastWorst().orElseThrow().number()),
        data.group(),
        data.parts().unit().filter(data.parts().test().groupColumns()::contains),
        SearchData.MINIMUM,
        plan.seed());
  }

  /** The errors of each group that one candidate was tested on; none without groups. */
  GroupErrors groups(int candidate, SearchData data) {
    return groups(predictions.get(candidate), data);
  }

  private static GroupErrors groups(Predictions predictions, SearchData data) {
    return data.group()
        .map(column -> GroupErrors.of(predictions, column, SearchData.MINIMUM))
        .orElse(GroupErrors.NONE);
  }

  boolean exist() {
    return !predictions.isEmpty();
  }

  /** As {@code --json} has them. */
  List<TestResult> results(SearchData data) {
    return predictions.entrySet().stream()
        .map(entry -> TestResult.of(entry.getKey(), entry.getValue(), data))
        .toList();
  }

  /**
   * The test of one candidate.
   *
   * @param candidate its number
   * @param examples that were predicted
   * @param loss the mean loss an example
   * @param error the share of wrong classes; of a regression the root mean squared error
   * @param low lower end of the 95% interval of the error (Wilson); NaN for a regression
   * @param high upper end
   * @param groups the error of each group
   */
  record TestResult(
      int candidate,
      long examples,
      double loss,
      double error,
      double low,
      double high,
      List<GroupError> groups) {
    static TestResult of(int candidate, Predictions predictions, SearchData data) {
      double error = predictions.error();
      Estimate interval = ErrorInterval.of(error, predictions.size(), data.regression());
      return new TestResult(
          candidate,
          predictions.size(),
          predictions.loss(),
          error,
          interval.low(),
          interval.high(),
          SearchTests.groups(predictions, data).all());
    }
  }
}
