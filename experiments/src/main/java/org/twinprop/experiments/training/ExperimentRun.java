package org.twinprop.experiments.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.ConsoleProgress;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.Fit;
import org.twinprop.trainer.TrainingSettings;

/** One run, from the first batch to the report. */
final class ExperimentRun {
  private final ExperimentSettings settings;
  private final TaskData data;
  private final Networks networks;
  private final RunFolder folder;
  private final Console console;
  private final Recorder recorder;

  ExperimentRun(
      ExperimentSettings settings,
      TaskData data,
      Networks networks,
      RunFolder folder,
      Console console) {
    this.settings = settings;
    this.data = data;
    this.networks = networks;
    this.folder = folder;
    this.console = console;
    recorder = new Recorder(folder);
  }

  TrainingEnd train(int epochs, Interruption interruption) {
    ConsoleProgress progress = new ConsoleProgress(console, true);
    Watchers watchers = new Watchers(List.of(recorder, progress), interruption);
    try {
      return fit(epochs, watchers).run().stopped()
          ? TrainingEnd.interrupted(interruption.signal())
          : TrainingEnd.completed();
    } catch (DivergedException e) {
      return TrainingEnd.diverged(e);
    } finally {
      progress.end();
    }
  }

  private Fit fit(int epochs, Watchers watchers) {
    return new Fit(
        networks.learners(),
        data.train(),
        data.validation(),
        new TrainingSettings(
            epochs,
            settings.batch(),
            settings.learningRate(),
            settings.makeSchedule(),
            settings.seed()),
        settings.type(),
        networks.verification(settings, data),
        watchers);
  }

  /** Tests what was trained to its end, and writes all there is to the run folder. */
  ExperimentResult finish(
      TrainingEnd end, List<String> commandLine, Instant started, Map<String, Object> config) {
    networks.save(folder);
    Evaluation evaluation = end.outcome() == Outcome.COMPLETED ? evaluate() : Evaluation.NONE;
    Provenance provenance =
        Provenance.of(
            end.outcome(),
            commandLine,
            settings.seed(),
            started,
            Duration.between(started, Instant.now()).toMillis() / 1e3,
            origins());
    folder.provenance(provenance);
    folder.report(
        new ExperimentReport(data, recorder, evaluation, end, networks).data(config, provenance),
        evaluation.audits());
    ExperimentResult result = result(end, evaluation, provenance);
    new Summary(console, data, result).print(evaluation);
    return result;
  }

  private Evaluation evaluate() {
    Evaluation evaluation = Evaluation.of(networks.learners(), data, settings);
    evaluation
        .predictions()
        .forEach(one -> recorder.measured(one.metrics(recorder.epochs(), "test")));
    folder.predictions(evaluation.predictions());
    folder.groups("network", evaluation.audits());
    return evaluation;
  }

  private List<DataOrigin> origins() {
    return List.of(
        DataOrigin.of("train", data.train(), data.files()),
        DataOrigin.of("validation", data.validation(), data.files()),
        DataOrigin.of("test", data.test(), data.files()));
  }

  private ExperimentResult result(TrainingEnd end, Evaluation evaluation, Provenance provenance) {
    return new ExperimentResult(
        end.outcome() == Outcome.COMPLETED && recorder.allChecksPassed(),
        end.outcome(),
        settings.task().name(),
        folder.path().toString(),
        folder.path().resolve("report.html").toString(),
        settings.network(),
        networks.network().parameterVector().length(),
        settings.seed(),
        recorder.epochs(),
        provenance.seconds(),
        provenance.data(),
        recorder.metrics(),
        recorder.verifications(),
        evaluation.agreements(),
        evaluation.allGroups(),
        evaluation.findings(),
        end.divergence(),
        end.stoppedBy());
  }
}
