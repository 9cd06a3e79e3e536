package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.ConsoleProgress;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.reading.CheckCharts;
import org.twinprop.experiments.reading.CheckScores;
import org.twinprop.experiments.report.FeatureView;
import org.twinprop.experiments.report.Report;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.watch.ReportServer;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.Fit;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.TrainingSettings;
import org.twinprop.trainer.regression.LinearRegression;

/** One run, from the first batch to the report. */
final class ExperimentRun {
  private final ExperimentSettings settings;
  private final TaskData data;
  private final Networks networks;
  private final RunFolder folder;
  private final Console console;
  private final ReportServer server;
  private final Recorder recorder;
  private final Account account;
  private final LinearRegression line;
  private final Continuation continuation;

  /**
   * @param continuation keeps what the run comes to, and says what it goes on from
   * @param server of who watches; null if nobody does
   * @param line that the networks have to beat; null if there is none
   */
  ExperimentRun(
      Beginning beginning,
      ExperimentSettings settings,
      TaskData data,
      Networks networks,
      RunFolder folder,
      Console console,
      ReportServer server,
      LinearRegression line,
      Continuation continuation) {
    this.line = line;
    this.continuation = continuation;
    this.settings = settings;
    this.data = data;
    this.networks = networks;
    this.folder = folder;
    this.console = console;
    this.server = server;
    recorder = new Recorder(folder, data.score());
    Optional<FeatureView> features =
        data.hasImages() ? FeatureView.of(networks.network(), data.test()) : Optional.empty();
    account = new Account(beginning, settings, data, networks, recorder, features);
  }

  TrainingEnd train(int epochs, Interruption interruption) {
    ConsoleProgress progress = new ConsoleProgress(console, true, data.score());
    List<TrainingListener> listeners = new ArrayList<>(List.of(recorder, progress));
    listeners.add(continuation.writer());
    continuation.replay(recorder);
    if (server != null) {
      listeners.add(new LivePage(server, account));
    }
    try {
      return fit(epochs, new Watchers(listeners, interruption)).run().stopped()
              || interruption.requested()
          ? TrainingEnd.interrupted(interruption.signal())
          : TrainingEnd.completed();
    } catch (DivergedException e) {
      return TrainingEnd.diverged(e);
    } finally {
      progress.end();
    }
  }

  private Fit fit(int epochs, Watchers watchers) {
    Fit fit =
        new Fit(
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
            watchers,
            settings.mitigation().flatMap(what -> what.weighting(data)).orElse(null));
    return continuation.continued(fit);
  }

  /** Tests what was trained to its end, and writes all there is to the run folder. */
  ExperimentResult finish(TrainingEnd trained, Interruption interruption) {
    networks.save(folder);
    Evaluation evaluation =
        trained.outcome() == Outcome.COMPLETED ? evaluate(interruption) : Evaluation.NONE;
    Optional<CheckScores> checks =
        evaluation.exists() ? wholeChecks(interruption) : Optional.empty();
    boolean untested = trained.outcome() == Outcome.COMPLETED && !evaluation.exists();
    boolean unread = evaluation.exists() && checks.isEmpty() && readsWholeChecks();
    TrainingEnd end = untested || unread ? TrainingEnd.interrupted(interruption.signal()) : trained;
    Provenance provenance = account.provenance(end.outcome());
    String page =
        Report.render(
            account.report(end, evaluation, provenance),
            evaluation.audits(),
            checks.map(CheckCharts::sentence).orElse(""),
            checks.map(CheckCharts::of).orElse(List.of()));
    folder.page(page);
    folder.provenance(provenance); // the last: a run is finished when this says so
    if (server != null) {
      server.publish("end", page);
    }
    ExperimentResult result = result(end, evaluation, provenance, interruption.signal(), checks);
    new Summary(console, data, result).print(evaluation);
    return result;
  }

  /** All that are tested: the networks, and the line that they have to beat. */
  private List<Learner> learners() {
    List<Learner> learners = new ArrayList<>(networks.learners());
    if (line != null) {
      learners.add(line.learner());
    }
    return learners;
  }

  private boolean readsWholeChecks() {
    return settings.task().wholeChecks(settings.data()).isPresent();
  }

  private Optional<CheckScores> wholeChecks(Interruption interruption) {
    return settings
        .task()
        .wholeChecks(settings.data())
        .flatMap(
            checks ->
                checks.read(
                    networks.network(),
                    TaskData.writersOf(data.validation())::contains,
                    folder,
                    console,
                    interruption::requested));
  }

  /** The test; none if it was interrupted. */
  private Evaluation evaluate(Interruption interruption) {
    Evaluation evaluation;
    try {
      evaluation = Evaluation.of(learners(), data, settings, interruption);
    } catch (CancellationException e) {
      return Evaluation.NONE;
    }
    evaluation
        .predictions()
        .forEach(one -> recorder.measured(one.metrics(recorder.epochs(), "test")));
    folder.predictions(evaluation.predictions());
    folder.groups("network", evaluation.audits());
    folder.thresholds(evaluation.thresholds());
    return evaluation;
  }

  private ExperimentResult result(
      TrainingEnd end,
      Evaluation evaluation,
      Provenance provenance,
      Optional<StopSignal> stoppedBy,
      Optional<CheckScores> checks) {
    return new ExperimentResult(
        end.outcome() == Outcome.COMPLETED
            && recorder.allChecksPassed()
            && (line == null || line.ok()),
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
        data.regression() ? evaluation.audits() : Map.of(),
        evaluation.findings(),
        checks.orElse(null),
        end.divergence(),
        stoppedBy);
  }
}
