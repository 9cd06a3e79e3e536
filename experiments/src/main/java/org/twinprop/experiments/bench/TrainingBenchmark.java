package org.twinprop.experiments.bench;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.DataFolder;
import org.twinprop.data.Examples;
import org.twinprop.data.Mnist;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.bench.BenchmarkResult.ContestantResult;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Machine;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Adam;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;
import org.twinprop.trainer.twin.Twin;

/** How many examples a second the hand-written network and DL4J's learn from, in float32. */
public final class TrainingBenchmark {
  private static final long SEED = 1;
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, true);
  private static final double LEARNING_RATE = 1e-3;

  private final Workload workload;
  private final BenchmarkSettings settings;
  private final Console console;

  public TrainingBenchmark(Workload workload, BenchmarkSettings settings, Console console) {
    this.workload = workload;
    this.settings = settings;
    this.console = console;
  }

  /**
   * @throws org.twinprop.data.BadInput if a data folder is named that does not hold the digits
   */
  public BenchmarkResult run() {
    Examples examples = examples(DataFolder.resolve(settings.data()));
    NumberThreads threads = NumberThreads.set();
    announce(examples, threads);
    List<Timing> timings = measure(examples);
    List<ContestantResult> results =
        timings.stream().map(one -> ContestantResult.of(one, timings.get(0))).toList();
    print(results);
    return new BenchmarkResult(
        workload.name(),
        workload.network(),
        examples.description(),
        settings.batch(),
        settings.steps(),
        results,
        threads.toString(),
        Backend.inUse(),
        Machine.here());
  }

  private static Examples examples(Optional<DataFolder> folder) {
    return folder
        .map(found -> Mnist.load(found.path()))
        .orElseGet(() -> PenDigits.source(SEED))
        .train();
  }

  private List<Timing> measure(Examples examples) {
    Shape input = Shape.of(examples.inputShape());
    try (Network network =
            Network.of(workload.network(), input, DataType.FLOAT, new He(true), SEED);
        HandwrittenLearner handwritten = new HandwrittenLearner(network, ADAM);
        TwinLearner twin = new TwinLearner(Twin.of(network, ADAM, LEARNING_RATE))) {
      return new Turns(List.of(handwritten, twin), settings, examples).measure();
    }
  }

  private void announce(Examples examples, NumberThreads threads) {
    console.print(console.bold("Training " + workload.network()));
    console.print("Data      " + examples.description());
    console.print(
        "Work      float32, Adam, batches of %d; %d rounds of %d steps each in turn, after %d to warm up"
            .formatted(settings.batch(), settings.rounds(), settings.steps(), settings.warmUp()));
    console.print("Machine   %s; %s".formatted(Machine.here().processor(), threads));
    console.gap();
  }

  private void print(List<ContestantResult> results) {
    TextTable table =
        new TextTable()
            .words("network")
            .numbers("examples/s, median")
            .numbers("middle half of turns")
            .numbers("hand-written is");
    for (ContestantResult result : results) {
      table.row(
          result.name(),
          Formats.count(Math.round(result.median())),
          "%,.0f to %,.0f".formatted(result.lowerQuartile(), result.upperQuartile()),
          result.name().equals(HandwrittenLearner.NAME)
              ? ""
              : "%.2f times as fast".formatted(result.handwrittenRatio()));
    }
    console.print(table.text());
  }
}
