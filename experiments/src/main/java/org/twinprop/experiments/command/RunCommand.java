package org.twinprop.experiments.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.file.ExperimentFile;
import org.twinprop.layers.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinprop run}: trains networks on an experiment, a built-in one or that of a file. */
@Command(
    name = "run",
    customSynopsis = {
      "twinprop run FILE [--set KEY=VALUE]... [--out=DIR] [--watch] [--json=FILE]",
      "   or: twinprop run EXPERIMENT [OPTIONS]"
    },
    description = "Train a hand-written network beside its twin, and say whom it fails.",
    subcommands = RunChecks.class,
    sortOptions = false,
    commandListHeading = "%nExperiments:%n")
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "An experiment file, such as examples/lstm.yaml or the config.yaml of a run.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Instead of what the file says, as in --set epochs=1. May be given again.")
  private Map<String, String> instead = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: runs/<time>-<name of the file>.")
  private Path out;

  @Mixin private WatchOptions watch;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    if (file == null) {
      throw refused(
          "name the experiment to run: "
              + Subcommands.of(spec)
              + ", or an experiment file such as examples/lstm.yaml");
    }
    if (!Files.exists(file) && !file.toString().matches(".*\\.ya?ml")) {
      throw refused(
          "there is no 'twinprop run %s' (%s)"
              .formatted(file, Nearest.hint(file.toString(), spec.subcommands().keySet())));
    }
    return ExperimentCall.run(
        ExperimentFile.read(file, instead, Optional.ofNullable(out)), watch, spec, json);
  }

  /**
   * Options between {@code run} and the name of an experiment would be lost.
   *
   * @throws ParameterException if there are any
   */
  void requireNothingBefore(String experiment) {
    if (file != null
        || out != null
        || json.isGiven()
        || watch.port().isPresent()
        || !instead.isEmpty()) {
      throw refused(
          "write options after the name of the experiment: run %s ...".formatted(experiment));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
