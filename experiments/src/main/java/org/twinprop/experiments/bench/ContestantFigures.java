package org.twinprop.experiments.bench;

import java.util.List;

/**
 * How fast one contestant was, and what it took.
 *
 * @param contestant as results call it
 * @param software that computed, with its release
 * @param threads that it computed with
 * @param size what it was measured at, where something varies; else 0
 * @param median of its turns: how much it did in a second
 * @param lowerQuartile of them
 * @param upperQuartile of them
 * @param turns each turn, in the order measured
 * @param peakMemoryBytes the most memory that its process had at a time
 * @param ratio how many times as fast the best of ours is, of the same size, by medians
 */
public record ContestantFigures(
    String contestant,
    String software,
    int threads,
    long size,
    double median,
    double lowerQuartile,
    double upperQuartile,
    List<Double> turns,
    long peakMemoryBytes,
    double ratio) {
  static ContestantFigures of(ContestantProcess process, Timing timing) {
    ContestantPlan plan = process.plan();
    return new ContestantFigures(
        plan.contestant(),
        process.software(),
        plan.threads(),
        plan.size(),
        timing.median(),
        timing.lowerQuartile(),
        timing.upperQuartile(),
        timing.turns(),
        timing.peakMemoryBytes(),
        Double.NaN);
  }

  ContestantFigures against(double best) {
    return new ContestantFigures(
        contestant,
        software,
        threads,
        size,
        median,
        lowerQuartile,
        upperQuartile,
        turns,
        peakMemoryBytes,
        best / median);
  }
}
