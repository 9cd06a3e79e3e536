package org.twinprop.experiments.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinprop run}: trains networks on an experiment. */
@Command(
    name = "run",
    synopsisSubcommandLabel = "EXPERIMENT",
    description = "Train a hand-written network beside its twin, and say whom it fails.",
    subcommands = RunChecks.class,
    commandListHeading = "%nExperiments:%n")
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name the experiment to run: " + Subcommands.of(spec));
  }
}
