package org.twinprop.experiments.curves;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.console.RepeatProgress;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.Experiment;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.Stopwatch;

/** Trains the hand-written network from few examples and many, small and large, several times. */
public final class LearningCurves {
  private final ExperimentSettings settings;
  private final CurveSettings wanted;
  private final List<String> commandLine;
  private final Console console;
  private final Stopwatch stopwatch = Stopwatch.start(Clock.systemUTC());

  /**
   * @param settings of every training
   * @param wanted what varies
   * @param commandLine as it was typed, for the record
   * @param console where to tell of it
   */
  public LearningCurves(
      ExperimentSettings settings,
      CurveSettings wanted,
      List<String> commandLine,
      Console console) {
    this.settings = settings;
    this.wanted = wanted;
    this.commandLine = List.copyOf(commandLine);
    this.console = console;
  }

  /**
   * Everything that can be wrong with settings and data is found before the run folder is made.
   *
   * @throws IllegalArgumentException if a text cannot be read or does not fit the examples
   * @throws BadInput if data, sizes or the run folder are at fault
   */
  public CurveResult run() {
    TaskData data = settings.task().load(settings.data(), settings.limit(), settings.seed());
    CurvePlan plan = CurvePlan.of(settings, wanted, data);
    requireSizes(plan);
    plan.jobs().stream()
        .map(CurvePlan.Job::network)
        .distinct()
        .forEach(
            network ->
                Experiment.requireTrainable(
                    settings.variant(network, settings.seed(), false), data));
    Map<String, Object> config = new LinkedHashMap<>(settings.toMap(plan.epochs()));
    config.putAll(wanted.toMap());
    try (Interruption interruption = new Interruption(console);
        RunFolder folder = folder()) {
      folder.config(config);
      announce(plan, NumberThreads.set());
      RepeatProgress progress = new RepeatProgress(console, plan.steps(), interruption);
      CurveRuns runs = new CurveRuns(plan, folder, progress, interruption);
      runs.train();
      return finish(plan, runs, folder, config, interruption);
    }
  }

  private void requireSizes(CurvePlan plan) {
    for (int size : wanted.sizes()) {
      if (size > plan.most()) {
        throw new BadInput(
            "sizes has %,d, but there are %,d examples to learn from: leave it out, or take fewer"
                .formatted(size, plan.most()));
      }
    }
  }

  private RunFolder folder() {
    return RunFolder.of(settings.out(), settings.name() + "-curves");
  }

  private void announce(CurvePlan plan, NumberThreads threads) {
    console.print(console.bold(plan.data().wording().title() + ": learning curves"));
    console.print(
        "%s, %s to learn from and %s to measure on; the test is left alone"
            .formatted(
                plan.data().wording().origin(),
                Formats.count(plan.most()),
                Formats.count(plan.split().heldOut().size())));
    console.print(
        "%s of the hand-written network alone, each of as many steps as %s of all examples"
            .formatted(
                Formats.count(plan.jobs().size(), "training"),
                Formats.count(plan.epochs(), "epoch")));
    console.print("threads: %s".formatted(threads.toString().replaceFirst("^threads: ", "")));
    console.gap();
  }

  private CurveResult finish(
      CurvePlan plan,
      CurveRuns runs,
      RunFolder folder,
      Map<String, Object> config,
      Interruption interruption) {
    CurveFindings findings =
        new CurveFindings(plan.regression(), plan.split().heldOut().size(), runs.points());
    Outcome outcome = outcome(plan, runs);
    Provenance provenance =
        Provenance.of(
            outcome,
            commandLine,
            settings.seed(),
            stopwatch.began(),
            stopwatch.seconds(),
            List.of(
                DataOrigin.of("train", plan.split().kept(), plan.data().files()),
                DataOrigin.of("validation", plan.split().heldOut(), plan.data().files())));
    folder.provenance(provenance);
    folder.page(new CurvePage(plan, findings, notes(plan, runs)).render(config, provenance));
    CurveResult result =
        new CurveResult(
            outcome == Outcome.COMPLETED,
            outcome,
            settings.task().name(),
            folder.path().toString(),
            folder.path().resolve("report.html").toString(),
            settings.network(),
            settings.seed(),
            provenance.seconds(),
            provenance.data(),
            runs.points(),
            findings
                .tradeOff()
                .map(found -> found.side().name().toLowerCase(Locale.ROOT))
                .orElse(null),
            findings.sentences(),
            runs.divergence(),
            interruption.signal());
    new CurveTables(console, plan.regression(), findings).print();
    console.heading("What this says");
    result.findings().forEach(console::point);
    console.gap();
    console.print(
        "%d of %s after %s. Report: %s"
            .formatted(
                result.points().size(),
                Formats.count(plan.jobs().size(), "training"),
                Formats.duration(result.seconds()),
                console.bold(result.report())));
    return result;
  }

  private static Outcome outcome(CurvePlan plan, CurveRuns runs) {
    if (runs.divergence().isPresent()) {
      return Outcome.DIVERGED;
    }
    return runs.points().size() == plan.jobs().size() ? Outcome.COMPLETED : Outcome.INTERRUPTED;
  }

  private List<String> notes(CurvePlan plan, CurveRuns runs) {
    List<String> notes = new ArrayList<>();
    if (runs.points().size() < plan.jobs().size()) {
      notes.add(
          "%d of %d trainings were finished before the end."
              .formatted(runs.points().size(), plan.jobs().size()));
    }
    notes.add(
        "Every training takes as many steps, with few examples in more passes: so few examples are not merely learned less often.");
    notes.add(
        "All errors are measured on the same examples, so that the spread over seeds does not show what other examples would have said; the interval of the gap adds that, as if each example stood alone.");
    if (!plan.data().wording().caution().isEmpty()) {
      notes.add(plan.data().wording().caution());
    }
    return notes;
  }
}
