package org.twinprop.experiments.folds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.RepeatProgress;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.Repeats;
import org.twinprop.experiments.training.Trial;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.verification.VerificationReport;

/** Trains and tests fold after fold; what is finished is written, and stays whatever comes. */
final class FoldRuns implements TrainingListener {
  private final FoldPlan plan;
  private final RunFolder folder;
  private final Interruption interruption;
  private final RepeatProgress progress;
  private final FoldRows rows;
  private final OutOfFold outOfFold;
  private final List<FoldScore> scores = new ArrayList<>();
  private final List<VerificationReport> verifications = new ArrayList<>();

  /** What each network alone took in the fold at hand, checks of gradients left out. */
  private final Map<String, Double> seconds = new HashMap<>();

  private Optional<DivergedException> divergence = Optional.empty();
  private Optional<String> whyNoTwin = Optional.empty();
  private long parameters;

  FoldRuns(FoldPlan plan, RunFolder folder, Console console, Interruption interruption) {
    this.plan = plan;
    this.folder = folder;
    this.interruption = interruption;
    progress = new RepeatProgress(console, plan.batches(), interruption);
    rows = new FoldRows(console, plan);
    outOfFold = new OutOfFold(plan.all(), plan.folds());
  }

  /** All folds, until the last, a signal, or a loss that is not finite. */
  void train() {
    int count = plan.folds().count();
    divergence =
        new Repeats(progress, interruption)
            .train(count, fold -> "fold %d of %d".formatted(fold + 1, count), this::train);
  }

  /** Gradients are checked in the first fold: in others they are computed by the same code. */
  private void train(int fold) {
    seconds.clear();
    TaskData data = plan.of(fold);
    try (Trial trial = Trial.train(plan.settings(), data, plan.epochs(), fold == 0, this)) {
      whyNoTwin = trial.whyNoTwin();
      parameters = trial.parameters();
      if (trial.stopped()) {
        return;
      }
      List<Predictions> predictions = trial.predictions(data.test(), interruption);
      progress.end();
      List<FoldScore> ofFold = predictions.stream().map(one -> score(fold, one, data)).toList();
      outOfFold.add(fold, predictions);
      scores.addAll(ofFold);
      ofFold.forEach(
          one -> folder.row("folds.csv", FoldScore.header(plan.regression()), one.cells()));
      rows.add(ofFold);
    }
  }

  private FoldScore score(int fold, Predictions predictions, TaskData data) {
    return new FoldScore(
        fold + 1,
        predictions.network(),
        data.train().size(),
        data.test().size(),
        plan.groups(fold),
        predictions.loss(),
        predictions.error(),
        seconds.getOrDefault(predictions.network(), 0.0) + predictions.seconds());
  }

  @Override
  public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
    progress.batch(epoch, batch, examples, losses);
  }

  @Override
  public void measured(EpochMetrics metrics) {
    seconds.merge(metrics.network(), metrics.seconds(), Double::sum);
    progress.measured(metrics);
  }

  @Override
  public void verified(VerificationReport report) {
    verifications.add(report);
    folder.verification(report);
    progress.verified(report);
  }

  @Override
  public boolean stopRequested() {
    return interruption.requested();
  }

  OutOfFold outOfFold() {
    return outOfFold;
  }

  List<FoldScore> scores() {
    return scores;
  }

  List<VerificationReport> verifications() {
    return verifications;
  }

  Optional<DivergedException> divergence() {
    return divergence;
  }

  Optional<String> whyNoTwin() {
    return whyNoTwin;
  }

  long parameters() {
    return parameters;
  }
}
