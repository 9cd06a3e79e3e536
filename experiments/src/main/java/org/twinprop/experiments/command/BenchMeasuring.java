package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.bench.BenchRequest;
import org.twinprop.experiments.bench.BenchRun;
import org.twinprop.experiments.bench.BenchWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures one kind of work. */
@Command(sortOptions = false)
abstract class BenchMeasuring implements Callable<Integer> {
  static final int BATCH = 64;

  /** Until the speed of the hand-written LeNet no longer rises. */
  static final Duration WARM_UP = Duration.ofSeconds(15);

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;
  @Mixin private JsonTarget json;

  private final BenchWork work;
  private final int rounds;
  private final Duration warmUp;

  BenchMeasuring(BenchWork work, int rounds, Duration warmUp) {
    this.work = work;
    this.rounds = rounds;
    this.warmUp = warmUp;
  }

  Optional<Path> data() {
    return Optional.empty();
  }

  int batch() {
    return BATCH;
  }

  /** Of a turn; 0 for what suits the work. */
  int size() {
    return 0;
  }

  @Override
  public Integer call() {
    json.check();
    BenchRequest request =
        new BenchRequest(
            work,
            options.rounds(rounds),
            options.warmUp(warmUp),
            options.threads(),
            options.pythons(),
            data(),
            batch(),
            size());
    List<String> commandLine = spec.root().commandLine().getParseResult().originalArgs();
    json.write(new BenchRun(request, options.out(), commandLine, json.console()).run());
    return ExitCode.OK;
  }

  /** Work that learns from data, in batches. */
  abstract static class Learning extends BenchMeasuring {
    @Option(
        names = "--batch",
        paramLabel = "N",
        defaultValue = "64",
        converter = WholeNumber.BatchSize.class,
        description = "Examples a step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of the data files. Default: as 'run' finds them.")
    private Path data;

    Learning(BenchWork work, int rounds, Duration warmUp) {
      super(work, rounds, warmUp);
    }

    @Override
    Optional<Path> data() {
      return Optional.ofNullable(data);
    }

    @Override
    int batch() {
      return batch;
    }
  }

  /** Learning of which single steps are timed. */
  abstract static class Steps extends Learning {
    @Option(
        names = "--steps",
        paramLabel = "N",
        converter = WholeNumber.AtLeastOne.class,
        description = "Steps in a turn. Default: 20 of lenet, 200 of mlp, 400 of rents.")
    private int steps;

    Steps(BenchWork work) {
      super(work, 9, WARM_UP);
    }

    @Override
    int size() {
      return steps;
    }
  }

  /** Learning of which whole epochs are timed. */
  abstract static class Epochs extends Learning {
    @Option(
        names = "--examples",
        paramLabel = "N",
        converter = WholeNumber.AtLeastOne.class,
        description = "Digits of the largest epoch. Default: all.")
    private int examples;

    Epochs(BenchWork work, int rounds, Duration warmUp) {
      super(work, rounds, warmUp);
    }

    @Override
    int size() {
      return examples;
    }
  }
}
