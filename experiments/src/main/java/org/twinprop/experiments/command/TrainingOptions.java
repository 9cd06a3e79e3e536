package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.training.Defaults;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.layers.updater.GradientClipping;
import picocli.CommandLine.Option;

/** How a network is trained, whatever it learns. */
final class TrainingOptions {
  @Option(
      names = "--twin",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Whether DL4J trains beside, on the same batches.")
  private RunChecks.OnOff twin;

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
      description = "How the learning rate changes, as in 'warmup(1) cosine'.")
  private String schedule;

  @Option(
      names = "--updater",
      paramLabel = "TEXT",
      defaultValue = Defaults.UPDATER,
      converter = CheckedText.Updater.class,
      description = "How parameters follow their gradients: sgd, momentum, adam and others.")
  private String updater;

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
  private RunChecks.Precision type;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = WholeNumber.AtLeastOne.class,
      description = "Learn from about N of the training examples. Default: all.")
  private Integer limit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: runs/<time>-<experiment>.")
  private Path out;

  /** The settings of an experiment. */
  ExperimentSettings of(Task task, String network, Optional<Path> data) {
    return new ExperimentSettings(
        task,
        task.name(),
        network,
        updater,
        initializer,
        learningRate,
        schedule,
        new GradientClipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
        batch,
        optional(epochs),
        seed,
        twin == RunChecks.OnOff.on,
        ExperimentSettings.type(type.name()),
        data,
        optional(limit),
        Optional.ofNullable(out));
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
