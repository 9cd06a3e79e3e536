package org.twinprop.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.CandidateProgress;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.search.GroupError;
import org.twinprop.trainer.search.GroupErrors;
import org.twinprop.trainer.search.Measures;
import org.twinprop.trainer.search.Objective;
import org.twinprop.trainer.search.Trials;

/** Measures a candidate after every epoch, on validation examples alone, and has it judged. */
final class CandidateWatch implements TrainingListener {
  private final int number;
  private final Learner learner;
  private final ExperimentSettings experiment;
  private final SearchData data;
  private final Objective objective;
  private final Trials.Judge judge;
  private final CandidateProgress progress;
  private final Interruption interruption;
  private final List<Measures> measures = new ArrayList<>();
  private List<GroupError> groups = List.of();
  private Optional<String> ending = Optional.empty();
  private int epochs;
  private int batches;

  CandidateWatch(
      int number,
      Learner learner,
      ExperimentSettings experiment,
      SearchData data,
      Objective objective,
      Trials.Judge judge,
      CandidateProgress progress,
      Interruption interruption) {
    this.number = number;
    this.learner = learner;
    this.experiment = experiment;
    this.data = data;
    this.objective = objective;
    this.judge = judge;
    this.progress = progress;
    this.interruption = interruption;
  }

  @Override
  public void started(int epochs, int batches) {
    this.epochs = epochs;
    this.batches = batches;
  }

  @Override
  public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
    progress.batch(number, epoch, epochs, (epoch - 1.0 + (double) batch / batches) / epochs);
  }

  @Override
  public void measured(EpochMetrics training) {
    Predictions predictions =
        Predictions.of(learner, data.parts().validation(), experiment.batch(), experiment.type());
    GroupErrors errors =
        data.group()
            .map(column -> GroupErrors.of(predictions, column, SearchData.MINIMUM))
            .orElse(GroupErrors.NONE);
    Measures measured =
        new Measures(predictions.loss(), predictions.error(), errors.worst(), errors.largestGap());
    double value = objective.of(measured);
    if (!Double.isFinite(value) || !Double.isFinite(measured.loss())) {
      throw new DivergedException("the validation examples", measured.loss());
    }
    measures.add(measured);
    groups = errors.all();
    if (training.epoch() < epochs) {
      ending = judge.ending(training.epoch(), value);
    }
  }

  @Override
  public boolean stopRequested() {
    return ending.isPresent() || interruption.requested();
  }

  List<Measures> measures() {
    return measures;
  }

  /** After the last epoch. */
  List<GroupError> groups() {
    return groups;
  }

  /** How many were trained to their end. */
  int epochs() {
    return measures.size();
  }

  /** Why it was ended by its judge. */
  Optional<String> ending() {
    return ending;
  }
}
