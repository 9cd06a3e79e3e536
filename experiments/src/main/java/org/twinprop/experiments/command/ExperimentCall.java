package org.twinprop.experiments.command;

import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.training.Experiment;
import org.twinprop.experiments.training.ExperimentResult;
import org.twinprop.experiments.training.ExperimentSettings;
import picocli.CommandLine.Model.CommandSpec;

/** Runs an experiment for the command line. */
final class ExperimentCall {
  private ExperimentCall() {}

  /** The exit code. */
  static int run(ExperimentSettings settings, CommandSpec spec, JsonTarget json) {
    json.check();
    ExperimentResult result =
        new Experiment(
                settings, spec.root().commandLine().getParseResult().originalArgs(), json.console())
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
    return switch (result.outcome()) {
      case INTERRUPTED -> result.stoppedBy().map(StopSignal::exitCode).orElse(ExitCode.INTERRUPTED);
      case DIVERGED -> ExitCode.FAILED;
      case COMPLETED -> result.ok() ? ExitCode.OK : ExitCode.FAILED;
    };
  }
}
