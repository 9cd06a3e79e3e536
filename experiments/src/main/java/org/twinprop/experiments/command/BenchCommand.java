package org.twinprop.experiments.command;

import java.util.concurrent.Callable;
import org.twinprop.experiments.bench.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinprop bench}: how fast it is. */
@Command(
    name = "bench",
    synopsisSubcommandLabel = "WORK",
    description = "Measure the hand-written network and DL4J's in turns on the same work.",
    subcommands = {BenchCommand.Lenet.class, BenchCommand.Mlp.class},
    commandListHeading = "%nWork:%n")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name the work to measure: " + Subcommands.of(spec));
  }

  /** {@code twinprop bench lenet}. */
  @Command(name = "lenet", description = "Train the convolutional network of 'run checks'.")
  static final class Lenet extends BenchTraining {
    @Override
    Workload workload() {
      return Workload.LENET;
    }
  }

  /** {@code twinprop bench mlp}. */
  @Command(name = "mlp", description = "Train a network of two dense layers.")
  static final class Mlp extends BenchTraining {
    @Override
    Workload workload() {
      return Workload.MLP;
    }
  }
}
