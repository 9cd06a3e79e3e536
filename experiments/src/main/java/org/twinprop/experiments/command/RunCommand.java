package org.twinprop.experiments.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.checkpoint.RunRecord;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.file.ChosenNetwork;
import org.twinprop.experiments.file.ExperimentFile;
import org.twinprop.experiments.file.ExperimentSchema;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.search.SearchKeys;
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
      "   or: twinprop run EXPERIMENT [OPTIONS]",
      "   or: twinprop run --csv=FILE --target=COLUMN [--group=COLUMNS] [OF ONE'S OWN DATA]",
      "   or: twinprop run --images=DIR [OF ONE'S OWN DATA]",
      "   or: twinprop run --resume=RUN",
      "   or: twinprop run --schema"
    },
    description = "Train a hand-written network beside its twin, and say whom it fails.",
    subcommands = {RunChecks.class, RunRents.class},
    sortOptions = false,
    commandListHeading = "%nExperiments:%n")
public final class RunCommand implements Callable<Integer> {
  private CommandSpec spec;

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

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "The folder of a run that was stopped or killed: go on from its latest checkpoint, to the"
              + " same numbers as if it had never been interrupted.")
  private Path resume;

  @Option(
      names = "--schema",
      description =
          "Print the JSON schema of experiment files, by which editors complete and check them.")
  private boolean schema;

  @Mixin private OwnDataOptions ownData;

  @Mixin private ProtocolOptions protocol;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private WatchOptions watch;

  @Mixin private JsonTarget json;

  @Spec
  @SuppressWarnings("unused") // picocli calls it
  private void spec(CommandSpec made) {
    spec = made;
    SettingOptions.addTo(spec);
  }

  @Override
  public Integer call() {
    if (schema) {
      spec.commandLine().getOut().print(ExperimentSchema.text());
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
    if (resume != null) {
      return runAgain();
    }
    if (ownData.given()) {
      return runOwnData();
    }
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
    Settings read = Settings.of(file, changes());
    SearchKeys.requireNoSearch(read);
    Settings settings = read.requireKnown(SettingKeys.names()).with(protocol.settings());
    return ExperimentCall.run(
        ExperimentFile.of(settings, Optional.ofNullable(out)),
        Protocol.of(settings),
        checkpoints,
        watch,
        spec,
        json);
  }

  private int runAgain() {
    if (file != null
        || out != null
        || ownData.given()
        || !protocol.settings().isEmpty()
        || !changes().isEmpty()) {
      throw refused(
          "--resume goes on with the settings of the run's config.yaml: leave all others out");
    }
    Console console = json.console();
    Path config =
        new RunRecord(resume)
            .requireUnfinished(what -> console.print(console.bad("Warning: " + what)));
    Settings settings = Settings.of(config, List.of(), SettingKeys.names());
    return ExperimentCall.resume(
        resume, ExperimentFile.of(settings, Optional.of(resume)), checkpoints, watch, spec, json);
  }

  private int runOwnData() {
    if (file != null) {
      throw refused(
          "%s and --csv or --images: name one of them; in a file, write csv: or images:"
              .formatted(file));
    }
    List<Setting> said = new ArrayList<>(ownData.settings());
    said.addAll(changes());
    Settings given =
        Settings.given(ownData.name(), said, SettingKeys.names()).with(protocol.settings());
    ChosenNetwork chosen = ChosenNetwork.of(given);
    if (ownData.save().isPresent()) {
      return ownData.saved(chosen, json);
    }
    return ExperimentCall.run(
        ExperimentFile.of(chosen.settings(), Optional.ofNullable(out)),
        Protocol.of(chosen.settings()),
        checkpoints,
        watch,
        spec,
        json);
  }

  /** What is said instead of what a file says, by options and by {@code --set}. */
  private List<Setting> changes() {
    List<Setting> said = SettingOptions.given(spec);
    changes.forEach(change -> said.add(change(change)));
    return said;
  }

  private Setting change(String change) {
    String[] parts = change.split("=", 2);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw refused("--set %s: write KEY=VALUE, as in --set epochs=1".formatted(change));
    }
    return new Setting(parts[0].strip(), parts[1].strip(), "--set " + change);
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
        || schema
        || resume != null
        || checkpoints.given()
        || ownData.given()
        || !protocol.settings().isEmpty()
        || !changes().isEmpty()) {
      throw refused(
          "write options after the name of the experiment: run %s ...".formatted(experiment));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
