package org.twinprop.experiments.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinprop data get}: fetches public data. */
@Command(
    name = "get",
    synopsisSubcommandLabel = "DATA",
    description = "Fetch public data into the cache folder.",
    subcommands = GetMnist.class,
    commandListHeading = "%nData:%n")
public final class GetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name the data to fetch: " + Subcommands.of(spec));
  }
}
