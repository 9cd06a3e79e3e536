package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.tasks.DataChoices;
import org.twinprop.experiments.tasks.Tasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code twinprop run rents}. */
@Command(
    name = "rents",
    description = {
      "Predict the monthly rent of flats: first by a straight line, held against least squares in"
          + " closed form, then by a network that has to beat it on buildings that neither has seen;"
          + " both written by hand, beside the same in DL4J. Says whose rents they get wrong, in"
          + " dollars."
    },
    showDefaultValues = true,
    sortOptions = false)
final class RunRents implements Callable<Integer> {
  private static final String NETWORK = "dense(64) relu dense(32) relu dense(1) | mse l2=0.01";

  @Spec private CommandSpec spec;
  @ParentCommand private RunCommand parent;

  @Option(
      names = "--net",
      paramLabel = "TEXT",
      defaultValue = NETWORK,
      converter = CheckedText.Network.class,
      description = "The network: layers, a bar, the loss.")
  private String network;

  @Option(
      names = "--log-target",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether line and network learn the logarithm of the rent, so that an error of a tenth"
              + " counts the same for cheap and dear flats.")
  private OnOff logTarget;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that has streeteasy.csv, or a folder rents with it. Default: the one that"
              + " TWINPROP_DATA names, else listings made by rules.")
  private Path data;

  @Mixin private TrainingOptions training;

  @Mixin private ProtocolOptions protocol;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private WatchOptions watch;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    parent.requireNothingBefore("rents");
    Settings options = Settings.ofOptions(protocol.settings());
    return ExperimentCall.run(
        training.of(
            Tasks.RENTS.with(choices()),
            network,
            Optional.ofNullable(data),
            Protocol.mitigation(options)),
        Protocol.of(options),
        checkpoints,
        watch,
        spec,
        json);
  }

  private DataChoices choices() {
    return new DataChoices(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(logTarget.on()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
