package org.twinprop.experiments.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Machine;

/**
 * What a benchmark measured.
 *
 * @param workload its name
 * @param network as its text
 * @param data what the examples were
 * @param batch examples a step
 * @param steps in a turn
 * @param timings of each contestant in examples a second, the hand-written one first
 * @param threads of the arithmetic, in words
 * @param backend what computed
 * @param machine where
 */
public record BenchmarkResult(
    String workload,
    String network,
    String data,
    int batch,
    int steps,
    List<ContestantResult> timings,
    String threads,
    Backend backend,
    Machine machine) {

  /**
   * One contestant.
   *
   * @param name of it
   * @param median examples a second
   * @param lowerQuartile of its turns
   * @param upperQuartile of its turns
   * @param turns each turn's examples a second
   * @param handwrittenRatio how many times as fast the hand-written one is, by medians
   */
  public record ContestantResult(
      String name,
      double median,
      double lowerQuartile,
      double upperQuartile,
      List<Double> turns,
      @JsonProperty("handwritten_ratio") double handwrittenRatio) {
    static ContestantResult of(Timing timing, Timing handwritten) {
      return new ContestantResult(
          timing.name(),
          timing.median(),
          timing.lowerQuartile(),
          timing.upperQuartile(),
          timing.turns(),
          handwritten.median() / timing.median());
    }
  }
}
