package org.twinprop.experiments.command;

import java.util.List;
import org.twinprop.experiments.curves.LearningCurves;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.folds.CrossValidation;
import org.twinprop.experiments.training.Experiment;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.RunResult;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs an experiment for the command line. */
final class ExperimentCall {
  private ExperimentCall() {}

  /** One run. The exit code. */
  static int run(
      ExperimentSettings settings, WatchOptions watch, CommandSpec spec, JsonTarget json) {
    return run(settings, Protocol.ONE_RUN, watch, spec, json);
  }

  /** As the protocol says. The exit code. */
  static int run(
      ExperimentSettings settings,
      Protocol protocol,
      WatchOptions watch,
      CommandSpec spec,
      JsonTarget json) {
    json.check();
    RunResult result = result(settings, protocol, watch, spec, json);
    json.write(result);
    result
        .divergence()
        .ifPresent(
            divergence -> {
              throw divergence;
            });
    return exitCode(result);
  }

  private static RunResult result(
      ExperimentSettings settings,
      Protocol protocol,
      WatchOptions watch,
      CommandSpec spec,
      JsonTarget json) {
    List<String> commandLine = spec.root().commandLine().getParseResult().originalArgs();
    if (protocol.equals(Protocol.ONE_RUN)) {
      return new Experiment(settings, commandLine, json.console(), watch.port()).run();
    }
    if (watch.port().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--watch shows a single run: leave it out, or the folds or curves");
    }
    if (protocol.curves().isPresent()) {
      return new LearningCurves(settings, protocol.curves().get(), commandLine, json.console())
          .run();
    }
    return new CrossValidation(settings, protocol.folds().get(), commandLine, json.console()).run();
  }

  private static int exitCode(RunResult result) {
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
