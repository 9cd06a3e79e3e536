package org.twinprop.experiments.folds;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.Examples;
import org.twinprop.data.Folds;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.Experiment;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.Stopwatch;

/**
 * Trains networks k times, each time without one fold of the examples, and tests them on that fold.
 * Test examples of the task are left alone: they are for the network that is chosen in the end.
 */
public final class CrossValidation {
  private final ExperimentSettings settings;
  private final FoldSettings folding;
  private final List<String> commandLine;
  private final Console console;
  private final Stopwatch stopwatch = Stopwatch.start(Clock.systemUTC());

  /**
   * @param settings of every training
   * @param folding how examples are divided
   * @param commandLine as it was typed, for the record
   * @param console where to tell of it
   */
  public CrossValidation(
      ExperimentSettings settings,
      FoldSettings folding,
      List<String> commandLine,
      Console console) {
    this.settings = settings;
    this.folding = folding;
    this.commandLine = List.copyOf(commandLine);
    this.console = console;
  }

  /**
   * Everything that can be wrong with settings and data is found before the run folder is made.
   *
   * @throws IllegalArgumentException if a text cannot be read or does not fit the examples
   * @throws org.twinprop.data.BadInput if data, folds or the run folder are at fault
   */
  public CrossValidationResult run() {
    TaskData data = settings.task().load(settings.data(), settings.limit(), settings.seed());
    Experiment.requireTrainable(settings, data);
    folding.requireColumns(data);
    Examples all = data.learnable();
    Folds folds = folding.deal(all, folding.unit(data), settings.seed());
    int epochs = settings.epochs().orElse(data.epochs());
    FoldPlan plan = new FoldPlan(settings, data, all, folds, folding.unit(data), epochs);
    Map<String, Object> config = new LinkedHashMap<>(settings.toMap(epochs));
    config.putAll(folding.toMap());
    try (Interruption interruption = new Interruption(console);
        RunFolder folder = folder()) {
      folder.config(config);
      NumberThreads threads = NumberThreads.set();
      new FoldAnnouncement(console, plan).print(folding, threads);
      FoldRuns runs = new FoldRuns(plan, folder, console, interruption);
      runs.train();
      return new FoldEnd(plan, runs, folder, console)
          .finish(config, commandLine, stopwatch, interruption);
    }
  }

  private RunFolder folder() {
    return RunFolder.of(settings.out(), name());
  }

  private String name() {
    return settings.name() + "-" + folding.count() + "-folds";
  }
}
