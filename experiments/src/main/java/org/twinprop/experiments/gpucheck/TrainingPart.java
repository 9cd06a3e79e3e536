package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.experiments.bench.BenchmarkResult;
import org.twinprop.experiments.bench.BenchmarkResult.ContestantResult;
import org.twinprop.experiments.bench.BenchmarkSettings;
import org.twinprop.experiments.bench.TrainingBenchmark;
import org.twinprop.experiments.bench.Workload;
import org.twinprop.experiments.console.Formats;

/**
 * How fast the hand-written network and DL4J's learn, in turns. A short try says how many steps fit
 * into the time.
 *
 * @param budget how long it may take
 * @param workload the network
 * @param most steps in a turn
 * @param rounds of turns that count
 */
record TrainingPart(Duration budget, Workload workload, int most, int rounds) implements Part {
  static final int BATCH = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  /** Of the time left, for the try's speeds need not hold. */
  private static final double SHARE = 0.6;

  @Override
  public String name() {
    return "training " + workload.name();
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial) {
    BenchmarkResult shortTry = measure(1, 2, Duration.ZERO);
    partial.keep(shortTry);
    int steps = steps(shortTry, watch.left());
    if (steps == 0) {
      return Finding.of(
          PartVerdict.UNFINISHED, "too slow for its time: " + speeds(shortTry), shortTry);
    }
    BenchmarkResult result = measure(steps, rounds, WARM_UP);
    boolean trained =
        result.timings().stream().allMatch(one -> one.median() > 0 && !one.turns().isEmpty());
    return Finding.of(trained ? PartVerdict.PASSED : PartVerdict.FAILED, speeds(result), result);
  }

  private BenchmarkResult measure(int steps, int turns, Duration warmUp) {
    BenchmarkSettings settings = new BenchmarkSettings(BATCH, steps, turns, warmUp);
    return new TrainingBenchmark(workload, settings).run();
  }

  private int steps(BenchmarkResult shortTry, Duration left) {
    double secondsOfRound =
        shortTry.timings().stream().mapToDouble(one -> BATCH / one.median()).sum();
    double seconds = SHARE * left.toMillis() / 1e3 - 2 * WARM_UP.toSeconds();
    double fitting = seconds / secondsOfRound / (rounds + 1);
    return (int) Math.max(0, Math.min(most, fitting));
  }

  private static String speeds(BenchmarkResult result) {
    List<ContestantResult> timings = result.timings();
    String each =
        timings.stream()
            .map(one -> "%s %,.0f".formatted(one.name(), one.median()))
            .collect(Collectors.joining(", "));
    return "%s examples/s, median of %s of %s, float32"
        .formatted(
            each,
            Formats.count(timings.get(0).turns().size(), "turn"),
            Formats.count(result.steps(), "step"));
  }
}
