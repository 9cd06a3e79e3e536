package org.twinprop.experiments.command;

import org.twinprop.experiments.training.Experiment;
import org.twinprop.experiments.training.ExperimentResult;
import org.twinprop.experiments.training.ExperimentSettings;
import picocli.CommandLine.Model.CommandSpec;

/** Runs an experiment for the command line. */
final class ExperimentCall {
  private ExperimentCall() {}

  /** The exit code. */
  static int run(
      ExperimentSettings settings, WatchOptions watch, CommandSpec spec, JsonTarget json) {
    json.check();
    ExperimentResult result =
        new Experiment(
                settings,
                spec.root().commandLine().getParseResult().originalArgs(),
                json.console(),
                watch.port())
            .run();
    json.write(result);
    result
        .divergence()
        .ifPresent(
            divergence -> {
              throw divergence;
            });
    return exitCode(result);
  }

  private static int exitCode(ExperimentResult result) {
    if (result.stoppedBy().isPresent()) {
      return result.stoppedBy().get().exitCode();
    }
    return switch (result.outcome()) {
      case RUNNING -> throw new IllegalStateException("a run that goes on has no exit code");
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case DIVERGED -> ExitCode.FAILED;
      case COMPLETED -> result.ok() ? ExitCode.OK : ExitCode.FAILED;
    };
  }
}
