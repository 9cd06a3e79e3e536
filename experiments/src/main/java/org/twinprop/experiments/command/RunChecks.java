package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.tasks.Tasks;
import org.twinprop.layers.text.WellKnownNetworks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code twinprop run checks}. */
@Command(
    name = "checks",
    description = {
      "Classify the digits of check amounts with a convolutional network whose every layer is"
          + " written by hand, beside the same network in DL4J, and say whose digits they get"
          + " wrong."
    },
    showDefaultValues = true,
    sortOptions = false)
final class RunChecks implements Callable<Integer> {
  private static final String NETWORK = WellKnownNetworks.LENET + " l2=1e-4";

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
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the MNIST files. Default: the one that TWINPROP_DATA names, else what"
              + " 'twinprop data get mnist' fetched, else embedded digits.")
  private Path data;

  @Option(
      names = "--read",
      paramLabel = "N",
      defaultValue = "0",
      converter = WholeNumber.AtLeastZero.class,
      description =
          "At the end, read so many images of whole checks by the writers to test. A network that"
              + " learned from examples/check-reader.yaml reads them better.")
  private int read;

  @Mixin private TrainingOptions training;

  @Mixin private ProtocolOptions protocol;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private WatchOptions watch;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    parent.requireNothingBefore("checks");
    Settings options =
        Settings.ofOptions(protocol.settings())
            .with(List.of(new Setting("read", String.valueOf(read), "--read " + read)));
    return ExperimentCall.run(
        training.of(
            Tasks.checksAndRead(read),
            network,
            Optional.ofNullable(data),
            Protocol.mitigation(options)),
        Protocol.of(options),
        checkpoints,
        watch,
        spec,
        json);
  }
}
