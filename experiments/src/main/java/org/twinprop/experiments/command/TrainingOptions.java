package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.training.Defaults;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.Mitigation;
import org.twinprop.layers.updater.GradientClipping;
import picocli.CommandLine.Option;

/** How a network is trained, whatever it learns. */
final class TrainingOptions {
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
      description = "Passes over the training examples. Default: as many as suit their number.")
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
      description = "Examples a step.")
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
      names = "--type",
      paramLabel = "float32|float64",
      defaultValue = Defaults.TYPE,
      description = "Numbers to train with. Checks always take float64.")
  private Precision type;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = WholeNumber.AtLeastOne.class,
      description =
          "Learn from about N of the training examples, those of whole writers or buildings. Default:"
              + " all.")
  private Integer limit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: runs/<time>-<experiment>.")
  private Path out;

  /**
   * The settings of an experiment.
   *
   * @param network as a network text
   * @param data the folder of {@code --data}
   * @param mitigation what is done for groups that a network fails
   */
  ExperimentSettings of(
      Task task, String network, Optional<Path> data, Optional<Mitigation> mitigation) {
    return new ExperimentSettings(
        task,
        task.name(),
        network,
        updater,
        initializer,
        learningRate,
        schedule,
        new GradientClipping(unlimited(clipValue), unlimited(clipNorm)),
        batch,
        optional(epochs),
        seed,
        twin.on(),
        ExperimentSettings.type(type.name()),
        data,
        optional(limit),
        Optional.ofNullable(out),
        mitigation);
  }

  private static double unlimited(Double limit) {
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
