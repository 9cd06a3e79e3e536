package org.twinprop.experiments.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      description =
          "An experiment file, such as examples/first-symbol-lstm.yaml or the config.yaml of a"
              + " run.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Instead of what the file says, as in --set epochs=1. May be given again.")
  private List<String> changes = new ArrayList<>();

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
              + ", or an experiment file such as examples/first-symbol-lstm.yaml");
    }
    if (Files.isDirectory(file)) {
      throw refused("%s is a folder: name an experiment file in it".formatted(file));
    }
    if (!Files.exists(file) && !file.toString().matches(".*\\.ya?ml")) {
      throw refused(
          "there is no 'twinprop run %s' (%s)"
              .formatted(file, Nearest.hint(file.toString(), spec.subcommands().keySet())));
    }
    return ExperimentCall.run(
        ExperimentFile.read(file, instead(), Optional.ofNullable(out)), watch, spec, json);
  }

  private Map<String, String> instead() {
    Map<String, String> instead = new LinkedHashMap<>();
    for (String change : changes) {
      String[] parts = change.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw refused("--set %s: write KEY=VALUE, as in --set epochs=1".formatted(change));
      }
      instead.put(parts[0].strip(), parts[1].strip());
    }
    return instead;
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
        || !changes.isEmpty()) {
      throw refused(
          "write options after the name of the experiment: run %s ...".formatted(experiment));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
