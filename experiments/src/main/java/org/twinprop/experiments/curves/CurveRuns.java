package org.twinprop.experiments.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.RepeatProgress;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.Repeats;
import org.twinprop.experiments.training.Trial;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.evaluation.Predictions;

/** Trains point after point; what is finished is written, and stays whatever comes. */
final class CurveRuns {
  private final CurvePlan plan;
  private final RunFolder folder;
  private final Interruption interruption;
  private final RepeatProgress progress;
  private final List<CurvePoint> points = new ArrayList<>();
  private Optional<DivergedException> divergence = Optional.empty();

  CurveRuns(CurvePlan plan, RunFolder folder, RepeatProgress progress, Interruption interruption) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.interruption = interruption;
  }

  /** All points, until the last, a signal, or a loss that is not finite. */
  void train() {
    List<CurvePlan.Job> jobs = plan.jobs();
    int count = jobs.size();
    divergence =
        new Repeats(progress, interruption)
            .train(
                count, i -> "training %d of %d".formatted(i + 1, count), i -> train(jobs.get(i)));
  }

  private void train(CurvePlan.Job job) {
    long start = System.nanoTime();
    TaskData data = plan.of(job);
    int epochs = plan.epochs(job);
    try (Trial trial = Trial.train(plan.settings(job), data, epochs, false, progress)) {
      if (trial.stopped()) {
        return;
      }
      CurvePoint point =
          new CurvePoint(
              job.curve(),
              job.examples(),
              job.model(),
              trial.parameters(),
              job.seed(),
              error(trial, data.train()),
              error(trial, data.validation()),
              epochs,
              (System.nanoTime() - start) / 1e9);
      points.add(point);
      folder.row("curves.csv", CurvePoint.header(plan.regression()), point.cells());
    }
  }

  private double error(Trial trial, Examples examples) {
    Predictions predictions = trial.predictions(examples, interruption).get(0);
    return predictions.error();
  }

  List<CurvePoint> points() {
    return points;
  }

  Optional<DivergedException> divergence() {
    return divergence;
  }
}
