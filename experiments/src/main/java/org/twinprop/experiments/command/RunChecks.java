package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.twinprop.experiments.file.Protocol;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.tasks.Tasks;
import org.twinprop.experiments.training.Defaults;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.layers.updater.GradientClipping;
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
  private static final String LENET =
      "conv(20,5) relu maxpool(2) conv(50,5) relu maxpool(2) flatten dense(500) relu dense(10)"
          + " | softmax-xent l2=1e-4";

  @Spec private CommandSpec spec;
  @ParentCommand private RunCommand parent;

  @Option(
      names = "--twin",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Whether DL4J trains beside, on the same batches.")
  private OnOff twin;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = WholeNumber.AtLeastZero.class,
      description = "Passes over the training digits. Default: 3, or 8 of the embedded digits.")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = Defaults.SEED,
      converter = Seed.class,
      description = "Of everything random: the same seed gives the same numbers.")
  private long seed;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = Defaults.BATCH,
      converter = WholeNumber.BatchSize.class,
      description = "Digits a step.")
  private int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = Defaults.LEARNING_RATE,
      converter = PositiveNumber.class,
      description = "How far a step goes.")
  private double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "TEXT",
      defaultValue = Defaults.SCHEDULE,
      converter = CheckedText.Schedule.class,
      description =
          "How the learning rate changes: constant, step, exponential, polynomial, cosine, or after"
              + " a rise, as in 'warmup(1) cosine'.")
  private String schedule;

  @Option(
      names = "--updater",
      paramLabel = "TEXT",
      defaultValue = Defaults.UPDATER,
      converter = CheckedText.Updater.class,
      description =
          "How parameters follow their gradients: sgd, momentum, adam and others. The default is"
              + " the form of Adam that DL4J has, so that both networks stay together.")
  private String updater;

  @Option(
      names = "--clip-value",
      paramLabel = "X",
      converter = PositiveNumber.class,
      description = "Hold every entry of the gradient between -X and X. Default: as it is.")
  private Double clipValue;

  @Option(
      names = "--clip-norm",
      paramLabel = "X",
      converter = PositiveNumber.class,
      description = "Shorten the whole gradient to length X where it is longer. Default: as it is.")
  private Double clipNorm;

  @Option(
      names = "--initializer",
      paramLabel = "TEXT",
      defaultValue = Defaults.INITIALIZER,
      converter = CheckedText.Initializer.class,
      description = "How weights begin: he, xavier, lecun and others.")
  private String initializer;

  @Option(
      names = "--net",
      paramLabel = "TEXT",
      defaultValue = LENET,
      converter = CheckedText.Network.class,
      description = "The network: layers, a bar, the loss.")
  private String network;

  @Option(
      names = "--type",
      paramLabel = "float32|float64",
      defaultValue = Defaults.TYPE,
      description = "Numbers to train with. Checks always take float64.")
  private Precision type;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the MNIST files. Default: the one that TWINPROP_DATA names, else what"
              + " 'twinprop data get mnist' fetched, else embedded digits.")
  private Path data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = WholeNumber.AtLeastOne.class,
      description =
          "Learn from about N digits of the training set, whole writers each. Default: all.")
  private Integer limit;

  @Option(
      names = "--read",
      paramLabel = "N",
      defaultValue = "0",
      converter = WholeNumber.AtLeastZero.class,
      description =
          "At the end, read so many images of whole checks by the writers to test. A network that"
              + " learned from examples/check-reader.yaml reads them better.")
  private int read;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: runs/<time>-checks.")
  private Path out;

  @Mixin private ProtocolOptions protocol;

  @Mixin private WatchOptions watch;

  @Mixin private JsonTarget json;

  /** Names that help shows as they are typed. */
  enum OnOff {
    on,
    off
  }

  /** Names that help shows as they are typed. */
  enum Precision {
    float32,
    float64
  }

  @Override
  public Integer call() {
    parent.requireNothingBefore("checks");
    Settings options = Settings.ofOptions(protocol.settings());
    return ExperimentCall.run(
        settings().with(Protocol.mitigation(options)), Protocol.of(options), watch, spec, json);
  }

  private ExperimentSettings settings() {
    return new ExperimentSettings(
        Tasks.checksAndRead(read),
        Tasks.CHECKS.name(),
        network,
        updater,
        initializer,
        learningRate,
        schedule,
        new GradientClipping(unlimited(clipValue), unlimited(clipNorm)),
        batch,
        optional(epochs),
        seed,
        twin == OnOff.on,
        ExperimentSettings.type(type.name()),
        Optional.ofNullable(data),
        optional(limit),
        Optional.ofNullable(out));
  }

  private static double unlimited(Double limit) {
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
