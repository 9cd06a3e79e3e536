package org.twinprop.experiments.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.twinprop.data.Examples;
import org.twinprop.experiments.bench.BenchmarkResult.ContestantResult;
import org.twinprop.experiments.bench.work.TrainingSteps;
import org.twinprop.experiments.bench.work.Work;
import org.twinprop.experiments.bench.work.WorkExamples;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Machine;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;

/**
 * How many examples a second the hand-written network and DL4J's learn from, in float32, both in
 * this process: on a GPU, where two processes would share its memory.
 */
public final class TrainingBenchmark {
  private final Workload workload;
  private final BenchmarkSettings settings;

  public TrainingBenchmark(Workload workload, BenchmarkSettings settings) {
    this.workload = workload;
    this.settings = settings;
  }

  /** One of them, here. */
  private record Here(String name, Work work) implements Contestant {
    @Override
    public Turn turn(int round) {
      return new Turn(work.turn(round), Pointer.physicalBytes());
    }

    @Override
    public void close() {
      work.close();
    }
  }

  /** Measures both on the embedded digits, or on files of digits where there are. */
  public BenchmarkResult run() {
    Examples examples = WorkExamples.of(workload.data(), Optional.empty());
    NumberThreads threads = NumberThreads.set();
    List<Timing> timings = measure(examples);
    return new BenchmarkResult(
        workload.name(),
        workload.network(),
        examples.description(),
        settings.batch(),
        settings.steps(),
        timings.stream().map(one -> ContestantResult.of(one, timings.get(0))).toList(),
        threads.toString(),
        Backend.inUse(),
        Machine.here());
  }

  private List<Timing> measure(Examples examples) {
    try (Here handwritten = contestant(HandwrittenLearner.NAME, examples);
        Here twin = contestant(TwinLearner.NAME, examples)) {
      return new Race(settings.rounds(), settings.warmUp(), Duration.ZERO)
          .run(List.of(handwritten, twin), Race.UNSEEN);
    }
  }

  private Here contestant(String name, Examples examples) {
    return new Here(
        name,
        new TrainingSteps(workload.network(), name, examples, settings.batch(), settings.steps()));
  }
}
