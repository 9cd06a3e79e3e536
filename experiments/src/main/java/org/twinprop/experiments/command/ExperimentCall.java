package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** As the protocol says. The exit code. */
  static int run(
      ExperimentSettings settings,
      Protocol protocol,
      CheckpointOptions checkpoints,
      WatchOptions watch,
      CommandSpec spec,
      JsonTarget json) {
    json.check();
    return ended(result(settings, protocol, checkpoints, watch, spec, json), json);
  }

  /** The run of a folder, from where it was left. The exit code. */
  static int resume(
      Path run,
      ExperimentSettings settings,
      CheckpointOptions checkpoints,
      WatchOptions watch,
      CommandSpec spec,
      JsonTarget json) {
    json.check();
    return ended(
        new Experiment(
                settings,
                commandLine(spec),
                json.console(),
                watch.port(),
                checkpoints.settings(),
                Optional.of(run))
            .run(),
        json);
  }

  private static int ended(RunResult result, JsonTarget json) {
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
      CheckpointOptions checkpoints,
      WatchOptions watch,
      CommandSpec spec,
      JsonTarget json) {
    List<String> commandLine = commandLine(spec);
    if (protocol.equals(Protocol.ONE_RUN)) {
      return new Experiment(
              settings,
              commandLine,
              json.console(),
              watch.port(),
              checkpoints.settings(),
              Optional.empty())
          .run();
    }
    if (checkpoints.given()) {
      throw new ParameterException(
          spec.commandLine(),
          "checkpoints are kept of a single run: leave --checkpoint-every and --checkpoints out, or the folds or curves");
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

  private static List<String> commandLine(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs();
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
