package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.bench.BenchmarkSettings;
import org.twinprop.experiments.bench.TrainingBenchmark;
import org.twinprop.experiments.bench.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What measurements of training have in common. */
@Command(showDefaultValues = true, sortOptions = false)
abstract class BenchTraining implements Callable<Integer> {
  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      converter = WholeNumber.AtLeastOne.class,
      description = "Digits a step.")
  private int batch;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      converter = WholeNumber.AtLeastOne.class,
      description = "Steps in a turn.")
  private int steps;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      converter = WholeNumber.AtLeastOne.class,
      description = "Turns of each that count.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "3",
      converter = WholeNumber.AtLeastZero.class,
      description = "Turns of each before, which do not.")
  private int warmUp;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the MNIST files. Default: as 'run checks'.")
  private Path data;

  @Mixin private JsonTarget json;

  abstract Workload workload();

  @Override
  public Integer call() {
    json.check();
    BenchmarkSettings settings =
        new BenchmarkSettings(batch, steps, rounds, warmUp, Optional.ofNullable(data));
    json.write(new TrainingBenchmark(workload(), settings, json.console()).run());
    return ExitCode.OK;
  }
}
